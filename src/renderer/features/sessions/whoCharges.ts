import type { Session } from '@shared/contract/sessions'

/** The shortest name for whoever charges: holder, else label, else card number; null when no card was named. */
export function whoCharges({
  holder,
  cardLabel,
  token,
}: Pick<Session, 'holder' | 'cardLabel' | 'token'>): string | null {
  return holder || cardLabel || token || null
}
