import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { isFromGuide } from './fromGuide'

/** What a notice of a step that is done offers: the way back to the first steps, if they led here. */
export function useWayBack(): { readonly action?: { readonly text: string; readonly run: () => void } } {
  const { t } = useTranslation('firstSteps')
  const navigate = useNavigate()
  const [search] = useSearchParams()
  if (!isFromGuide(search)) return {}
  return { action: { text: t('wayBack.go'), run: () => void navigate('/first-steps') } }
}
