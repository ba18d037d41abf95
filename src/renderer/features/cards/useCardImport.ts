import { useClient, useOrpc } from '@renderer/link'
import type { ImportEvent, ImportedTable, ImportMapping, TableFault } from '@shared/contract/cardImport'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type TableText, textParts, toTableText } from './tableText'

type Delimiter = ImportedTable['delimiter']

/** How far an import has come. */
export type ImportState =
  | { readonly step: 'file' }
  | { readonly step: 'reading'; readonly done: number; readonly of: number }
  | { readonly step: 'unreadable'; readonly why: Exclude<TableOutcome, ImportedTable> }
  | { readonly step: 'columns'; readonly table: ImportedTable; readonly last: Finished | null }
  | {
      readonly step: 'running'
      readonly table: ImportedTable
      readonly dryRun: boolean
      readonly progress: Progress | null
    }
  | { readonly step: 'done'; readonly cards: number; readonly skipped: number }

export type Finished = Extract<ImportEvent, { kind: 'checked' | 'changed-meanwhile' }>
type Progress = Extract<ImportEvent, { kind: 'progress' }>
type TableOutcome =
  | ImportedTable
  | { kind: 'no-rows' }
  | { kind: 'too-many-rows'; most: number }
  | { kind: 'not-a-table'; line: number; reason: TableFault }

export interface ImportRun {
  readonly mapping: ImportMapping
  readonly dryRun: boolean
  readonly enrolled: 'problem' | 'skip'
}

/** An import of cards from a file: it is sent part by part, read, checked and written by the program. */
export function useCardImport() {
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const [state, setState] = useState<ImportState>({ step: 'file' })
  const [error, setError] = useState<unknown>(null)
  const [file, setFile] = useState<{ name: string; encoding: TableText['encoding'] } | null>(null)
  const importId = useRef<string | null>(null)
  const stop = useRef<AbortController | null>(null)

  useEffect(
    () => () => {
      stop.current?.abort()
      if (importId.current) client.cardImport.drop({ importId: importId.current }).catch(() => {})
    },
    [client],
  )

  /** Does a step; what goes wrong with it is shown, and brings back to where it was. */
  const attempt = async (back: ImportState, work: (signal: AbortSignal) => Promise<void>) => {
    const aborting = new AbortController()
    stop.current?.abort()
    stop.current = aborting
    setError(null)
    try {
      await work(aborting.signal)
    } catch (failure) {
      // Whatever came after it shows its own state.
      if (stop.current !== aborting) return
      if (!aborting.signal.aborted) setError(failure)
      setState(back)
    }
  }

  const readTable = async (signal: AbortSignal, delimiter?: Delimiter) => {
    const table = await client.cardImport.read({ importId: importId.current ?? '', delimiter })
    signal.throwIfAborted()
    setState(table.kind === 'read' ? { step: 'columns', table, last: null } : { step: 'unreadable', why: table })
  }

  return {
    state,
    error,
    file,
    choose: (chosen: File) =>
      attempt({ step: 'file' }, async (signal) => {
        const { text, encoding } = toTableText(new Uint8Array(await chosen.arrayBuffer()))
        setFile({ name: chosen.name, encoding })
        const begun = await client.cardImport.begin({ name: chosen.name })
        importId.current = begun.importId
        const parts = textParts(text)
        for (const [place, part] of parts.entries()) {
          signal.throwIfAborted()
          setState({ step: 'reading', done: place, of: parts.length })
          await client.cardImport.append({ importId: begun.importId, text: part })
        }
        await readTable(signal)
      }),
    readAgain: (delimiter: Delimiter) => attempt(state, (signal) => readTable(signal, delimiter)),
    run: (table: ImportedTable, { mapping, dryRun, enrolled }: ImportRun) =>
      attempt({ step: 'columns', table, last: null }, async (signal) => {
        setState({ step: 'running', table, dryRun, progress: null })
        const input = { importId: importId.current ?? '', mapping, dryRun, enrolled }
        for await (const event of await client.cardImport.run(input, { signal })) {
          if (event.kind === 'progress') setState({ step: 'running', table, dryRun, progress: event })
          else if (event.kind !== 'imported') setState({ step: 'columns', table, last: event })
          else {
            importId.current = null
            void queries.invalidateQueries({ queryKey: orpc.cards.key() })
            setState({ step: 'done', cards: event.cards, skipped: event.skipped })
          }
        }
      }),
    /** Breaks off what is under way; nothing has been written then. */
    cancel: () => stop.current?.abort(),
  }
}
