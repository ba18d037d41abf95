/** What the choice of columns has to know of one. */
export interface ChosenColumn {
  readonly field: string
  /** False for what every row is known by. */
  readonly hideable?: boolean
  /** True for what is shown only to those who ask for it. */
  readonly extra?: boolean
}

/** The columns that somebody has shown or hidden against what is usual. */
export type ColumnChoice = Readonly<Record<string, boolean>>

/** What was kept of an earlier time, as far as it is that. */
export function readColumnChoice(kept: unknown): ColumnChoice {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {}
  return Object.fromEntries(Object.entries(kept).filter(([, shown]) => typeof shown === 'boolean'))
}

const isUsual = ({ extra }: ChosenColumn) => extra !== true

/** Whether a column is shown under a choice. */
export function isShown(column: ChosenColumn, choice: ColumnChoice): boolean {
  if (column.hideable === false) return true
  return choice[column.field] ?? isUsual(column)
}

/** The choice with a column shown or hidden; what is usual is not kept, so that it may change with a new version. */
export function withColumn(choice: ColumnChoice, column: ChosenColumn, shown: boolean): ColumnChoice {
  const { [column.field]: _before, ...others } = choice
  return shown === isUsual(column) ? others : { ...others, [column.field]: shown }
}

/** Whether the columns are the usual ones. */
export const isUsualChoice = (columns: readonly ChosenColumn[], choice: ColumnChoice): boolean =>
  columns.every((column) => isShown(column, choice) === (column.hideable === false || isUsual(column)))
