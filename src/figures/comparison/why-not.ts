/** Why two figures are not set side by side. Said to the reader instead of a number that means nothing. */

export const WHY_NOT = [
  /** The earlier period belongs to another plan: a new plan starts from nothing, its rate says nothing of the old one. */
  'new-plan',
  /** Nothing was owed on one of the two sides. */
  'nothing-owed',
  /** No body then that today's comes from. */
  'new-body',
  /** A body that today's comes from was divided among several. */
  'divided',
  /** The earlier plan has no such area, or the two do not stand one to one. */
  'no-such-area',
  /** The earlier list did not ask for the indicator. */
  'not-asked',
  /** It did, but counted in another way: another unit, kind or roll-up. */
  'definition-changed',
  'no-figure-now',
  'no-figure-then',
  'not-applicable',
  /** A share of nothing is no share. */
  'nothing-arose',
  /** What arose in a window, against a window of another length that it does not continue. */
  'windows-differ',
  /** A count from the start of the year, against one of another year at another day. */
  'count-restarts',
] as const;
export type WhyNot = (typeof WHY_NOT)[number];
