package io.aftercare.domain.complaint;

/** What a key expects of one bin before it is counted; reused from bin to bin. */
final class Outlook {
  /** Complaints per bin of an average hour. */
  double rate;

  /** Of the rate's error, relative variance. */
  double rateError;

  /** How many times an average bin this one is. */
  double share;

  /** Of the share's error, relative variance. */
  double shareError;

  /** What the region says of the hour's share. */
  double above;

  /** Complaints. */
  double mean;
}
