import type { Session } from '@shared/contract/sessions'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'

/** A session by who charges and where: “Anna Berg, EVSE 1”. */
export function useSessionName(): (session: Session) => string {
  const { t } = useTranslation('commands')
  return ({ holder, cardLabel, token, evseId, connectorId }) => {
    const who = showUnprintable(holder || cardLabel || token || t('pick.noCard'))
    const evse = evseId ?? connectorId
    return evse === null ? t('pick.sessionNoEvse', { who }) : t('pick.session', { who, evse })
  }
}
