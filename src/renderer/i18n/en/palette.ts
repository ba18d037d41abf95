/** The field that leads everywhere. */
export const palette = {
  title: 'Go to',
  label: 'Where to, or what to look for',
  placeholder: 'A page, charger, card, holder, session, request or setting',
  results: 'What was found',
  parts: {
    pages: 'Pages',
    places: 'Do and set',
    stations: 'Stations',
    requests: 'Certificate requests that wait',
    cards: 'Cards',
    sessions: 'Sessions',
    devices: 'Devices',
  },
  count_one: 'One place found',
  count_other: '{{count}} places found',
  searching: 'Searching…',
  nothing: 'Nothing was found. Cards are found by number, holder, label, group and tag; sessions by charger and card.',
} as const
