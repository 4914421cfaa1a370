import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';

/** The colours of Okabe and Ito, which people with any colour vision tell apart. A colour never stands alone: a word, a sign or the number says the same. */
export const colour = {
  good: '#009E73',
  notice: '#F0E442',
  warning: '#E69F00',
  bad: '#D55E00',
  neutral: '#56B4E9',
  second: '#CC79A7',
  third: '#0072B2',
  quiet: '#999999',
} as const;

/** For series that are neither good nor bad; in this order. */
export const seriesColours: readonly string[] = [
  colour.neutral,
  colour.warning,
  colour.good,
  colour.second,
  colour.notice,
  colour.third,
  colour.bad,
  colour.quiet,
];

/** Signs that go with the colours. */
export const sign = { good: '●', warning: '▲', bad: '■', quiet: '○' } as const;

export type Step = readonly [from: number, colour: string];

/** Absolute thresholds: the first colour up to the first step. */
export function steps(base: string, ...rising: Step[]): dashboard.ThresholdsConfigBuilder {
  return new dashboard.ThresholdsConfigBuilder()
    .mode(dashboard.ThresholdsMode.Absolute)
    .steps([
      { value: null as unknown as number, color: base },
      ...rising.map(([value, color]) => ({ value, color })),
    ]);
}

/** 0 is good, anything more is bad: for what must not be. */
export const noneAllowed = (): dashboard.ThresholdsConfigBuilder => steps(colour.good, [Number.EPSILON, colour.bad]);

/** 0 is good, anything more deserves a look. */
export const fewWanted = (): dashboard.ThresholdsConfigBuilder => steps(colour.good, [Number.EPSILON, colour.warning]);

/** For numbers that are neither good nor bad. */
export const plain = (): dashboard.ThresholdsConfigBuilder => steps(colour.neutral);

/**
 * For a ratio minus its target: on target; under it; more than 20 points under it. The base is a number below every difference of ratios: where Grafana does not
 * read null as minus infinity, it reads it as 0, and no step below 0 would be reached.
 */
export const againstTarget = (): dashboard.ThresholdsConfigBuilder =>
  new dashboard.ThresholdsConfigBuilder().mode(dashboard.ThresholdsMode.Absolute).steps([
    { value: -2, color: colour.bad },
    { value: -0.2, color: colour.warning },
    { value: 0, color: colour.good },
  ]);

/** Numbers that are words: 0 -> quiet. */
export function words(of: Record<string, readonly [text: string, colour: string]>): dashboard.ValueMapping {
  return {
    type: dashboard.MappingType.ValueToText,
    options: Object.fromEntries(
      Object.entries(of).map(([value, [text, color]], index) => [value, { text, color, index }]),
    ),
  };
}

/** A ratio of nothing is absent, never 0 or 100 %. */
export const noneSettled: dashboard.ValueMapping = {
  type: dashboard.MappingType.SpecialValue,
  options: { match: dashboard.SpecialValueMatch.NullAndNan, result: { text: 'none settled', color: colour.quiet, index: 0 } },
};

/** A cell without a value has no colour to judge it by. */
export const nothing: dashboard.ValueMapping = {
  type: dashboard.MappingType.SpecialValue,
  options: { match: dashboard.SpecialValueMatch.NullAndNan, result: { text: '-', color: colour.quiet, index: 0 } },
};

/** The trouble of a region, as the wallboard names it. */
export const levelWords = words({
  '3': [`${sign.bad} critical`, colour.bad],
  '2': [`${sign.warning} warning`, colour.warning],
  '1': [`${sign.good} ok`, colour.good],
  '0': [`${sign.quiet} quiet`, colour.quiet],
});
