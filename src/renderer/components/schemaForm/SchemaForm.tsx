import Box from '@mui/material/Box'
import { type ComponentType, type FormEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Draft } from './draft'
import { FieldView } from './FieldView'
import { FormContext, type FormWords, type KindFieldProps } from './formContext'
import type { FormSpec } from './formSpec'
import type { Problems } from './readDraft'

interface SchemaFormProps {
  readonly id: string
  /** What it is for, for those who can't see what stands around it. */
  readonly label: string
  readonly spec: FormSpec
  readonly draft: Draft
  /** A new map after every try to send moves the focus to the first field with a problem. */
  readonly problems: Problems
  readonly words: FormWords
  readonly kinds?: Readonly<Record<string, ComponentType<KindFieldProps>>>
  readonly onChange: (draft: Draft) => void
  readonly onSubmit: () => void
  /** Stands under the fields, such as the buttons. */
  readonly children?: ReactNode
}

const NO_KINDS = {}

/** A form drawn from a schema. What is wrong stands beside the field it is about, and the focus goes to the first. */
export function SchemaForm(props: SchemaFormProps) {
  const { id, label, spec, draft, problems, words, kinds = NO_KINDS, onChange, onSubmit, children } = props
  const form = useRef<HTMLFormElement>(null)
  const around = useMemo(() => ({ formId: id, words, problems, kinds, Field: FieldView }), [id, words, problems, kinds])

  useEffect(() => {
    if (problems.size === 0) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem="true"]')
    first?.focus()
  }, [problems])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <FormContext value={around}>
      <Box component="form" ref={form} id={id} aria-label={label} noValidate onSubmit={submit}>
        <FieldView
          spec={spec}
          draft={draft}
          required
          place={{ pointer: '', path: [] }}
          beside={{}}
          onChange={onChange}
        />
        {children}
      </Box>
    </FormContext>
  )
}
