import { useKept } from '@renderer/app/remembered'
import { useMemo } from 'react'
import { type ChosenColumn, isShown, isUsualChoice, readColumnChoice, withColumn } from './columnChoice'

/** The columns of a list, those of them that are shown, and the ways to change that. */
export interface ColumnView<Column extends ChosenColumn> {
  readonly all: readonly Column[]
  readonly shown: readonly Column[]
  readonly isUsual: boolean
  readonly show: (column: ChosenColumn, shown: boolean) => void
  readonly reset: () => void
}

/** The choice of columns of the list with this name, kept on this computer. `columns` is the same array until it changes. */
export function useColumnChoice<Column extends ChosenColumn>(
  name: string,
  columns: readonly Column[],
): ColumnView<Column> {
  const [choice, choose] = useKept(`chargehand.list.${name}.columns`, readColumnChoice)
  return useMemo(
    () => ({
      all: columns,
      shown: columns.filter((column) => isShown(column, choice)),
      isUsual: isUsualChoice(columns, choice),
      show: (column, shown) => choose((now) => withColumn(now, column, shown)),
      reset: () => choose(() => ({})),
    }),
    [columns, choice, choose],
  )
}
