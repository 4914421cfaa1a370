package io.aftercare.domain.sla;

import java.util.Locale;

/** How a customer came in. */
public enum Channel {
  UNKNOWN(ChannelClass.ASYNC),
  VOICE(ChannelClass.LIVE),
  CHAT(ChannelClass.LIVE),
  APP(ChannelClass.LIVE),
  EMAIL(ChannelClass.ASYNC),
  WEB(ChannelClass.ASYNC),
  SOCIAL(ChannelClass.ASYNC),
  WALK_IN(ChannelClass.ASYNC),
  FIELD(ChannelClass.ASYNC),
  OTHER(ChannelClass.ASYNC);

  private final ChannelClass channelClass;
  private final String label = name().toLowerCase(Locale.ROOT);

  Channel(ChannelClass channelClass) {
    this.channelClass = channelClass;
  }

  /** Live or asynchronous; an unknown channel is asynchronous. */
  public ChannelClass channelClass() {
    return channelClass;
  }

  /** The word used in labels and files. */
  public String label() {
    return label;
  }
}
