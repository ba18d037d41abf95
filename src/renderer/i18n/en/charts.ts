/** What stands around every chart. */
export const charts = {
  time: 'Time',
  /** Names the axis of time; `from` is the day that it begins with. */
  timeAxis: 'Time, from {{from}}',
  noValue: 'no value',
  table_one: '{{count}} value as a table',
  table_other: '{{count}} values as a table',
  tableLabel: 'Table of the values',
  tableShortened: 'The last {{count}} of {{total}}.',
  power: 'Power (kW)',
  energy: 'Energy (kWh)',
  zoom: {
    label: 'What is shown of the time',
    earlier: 'Show earlier',
    later: 'Show later',
    closer: 'Look closer',
    farther: 'Show more',
    whole: 'Show all',
  },
} as const
