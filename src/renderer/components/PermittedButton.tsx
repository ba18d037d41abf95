import Button, { type ButtonProps } from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import type { Right } from '@shared/contract/scopes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type CallName, useWhyNot } from '../link/useRights'

// MUI's own type of a button knows every element that it could be: the compiler would take minutes over what is left of
// it after a spread.
interface PlainProps
  extends Pick<
    ButtonProps,
    | 'aria-expanded'
    | 'aria-label'
    | 'children'
    | 'color'
    | 'disabled'
    | 'form'
    | 'fullWidth'
    | 'loading'
    | 'onClick'
    | 'ref'
    | 'size'
    | 'startIcon'
    | 'sx'
    | 'type'
    | 'variant'
  > {}

interface PermittedButtonProps extends PlainProps {
  /** What the button does, or leads to. */
  readonly call: CallName
  /** The right that it takes because of what is in it, where that is more. */
  readonly right?: Right | null
  /** Where it leads as a link. */
  readonly to?: string
}

/** A button that can not be used by whoever may not make its call, and then says why where the pointer or focus is. */
export function PermittedButton({ call, right, to, ...button }: PermittedButtonProps) {
  const { t } = useTranslation('errors')
  const why = useWhyNot()(call, right)
  if (why === null) {
    if (to === undefined) return <Button {...button} />
    const { size, variant, color, startIcon, fullWidth, sx, children } = button
    return (
      <Button
        component={Link}
        to={to}
        size={size}
        variant={variant}
        color={color}
        startIcon={startIcon}
        fullWidth={fullWidth}
        aria-label={button['aria-label']}
        sx={sx}
      >
        {children}
      </Button>
    )
  }
  const reason = t(why)
  // What is disabled gets no events, so the reason hangs on what is around it.
  return (
    <Tooltip title={reason}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason has to be found by the keyboard, too. */}
      <span tabIndex={0} role="note" aria-label={reason}>
        <Button {...button} onClick={undefined} disabled />
      </span>
    </Tooltip>
  )
}
