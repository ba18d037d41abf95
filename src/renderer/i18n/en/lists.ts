/** What every list can do, whatever it lists. */
export const lists = {
  rows_one: 'One row',
  rows_other: '{{rows}} rows',
  pages: { before: 'Rows before', next: 'Next rows' },
  columns: {
    title: 'Columns',
    reset: 'Show the usual columns',
  },
  filters: {
    title: 'Saved filters',
    none: 'No filter is saved yet. Narrow the list, then give the filter a name here.',
    howToSave: 'The list shows everything. Narrow it to save another filter.',
    howToChange: 'Change the filter to save it under another name.',
    name: 'Name of this filter',
    save: 'Save filter',
    replaces: 'The filter of this name will be replaced.',
    rename: 'Rename',
    renameOne: 'Rename filter {{name}}',
    newName: 'New name',
    taken: 'Another filter has this name.',
    forgetOne: 'Remove filter {{name}}',
    forgotten: 'Filter {{name}} removed',
  },
} as const
