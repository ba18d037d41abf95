import { type FormSpec, type FormWords, SchemaForm } from '@renderer/components/schemaForm'
import type { StationCommandName } from '@shared/commands'
import { rightOfCommandNamed } from '@shared/commands/trust'
import type { Station } from '@shared/contract/stations'
import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { commandFields } from './fields'
import { StationContext } from './fields/StationOfForm'
import { Hits } from './Hits'
import { SendBar } from './SendBar'
import { SendOutcomeText } from './SendOutcomeText'
import type { useForm } from './useForm'

interface SendFormProps {
  readonly station: Station
  /** Null for a message of the protocol. */
  readonly name: StationCommandName | null
  /** What the form is for, and the verb of its button. */
  readonly label: string
  readonly verb: string
  readonly spec: FormSpec
  readonly form: ReturnType<typeof useForm>
  readonly words: FormWords
  readonly disruptive: boolean
  readonly canWait: boolean
  readonly isBusy: boolean
  /** Until when it may wait for the station; null for not at all. */
  readonly onSend: (waitUntil: number | null) => void
  /** What became of the one that was sent last. */
  readonly outcome: ComponentProps<typeof SendOutcomeText>['outcome']
  readonly error: Error | null
  /** Stands above the fields. */
  readonly children: ReactNode
}

/** The fields of something that can be sent, what it will hit, and what the station said to the last one. */
export function SendForm(props: SendFormProps) {
  const { station, name, label, verb, spec, form, words, disruptive, canWait, isBusy, onSend } = props
  const id = useId()
  const [waitMs, setWaitMs] = useState<number | null>(null)
  return (
    <StationContext value={station}>
      {props.children}
      <SchemaForm
        id={id}
        label={label}
        spec={spec}
        draft={form.draft}
        problems={form.problems}
        words={words}
        kinds={commandFields}
        onChange={form.change}
        onSubmit={() => onSend(waitMs === null ? null : Date.now() + waitMs)}
      >
        {disruptive && <Hits station={station} name={name} draft={form.draft} />}
        <SendBar
          call={name === null ? 'commands.sendAction' : 'commands.send'}
          right={name === null ? null : rightOfCommandNamed(name)}
          station={station}
          label={verb}
          canWait={canWait}
          isBusy={isBusy}
          onWait={setWaitMs}
        />
      </SchemaForm>
      <SendOutcomeText outcome={props.outcome} error={props.error} problems={form.problems} />
    </StationContext>
  )
}
