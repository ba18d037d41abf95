import { PermittedButton, TabbedPage } from '@renderer/components'
import { useGoOn } from '@renderer/components/useGoOn'
import { useTranslation } from 'react-i18next'
import { useMatch } from 'react-router'
import { MonthReport } from './MonthReport'
import { isGrouping, isMonth, laterMonth, monthOf } from './month'
import { TariffForm } from './tariffs/TariffForm'
import { TariffList } from './tariffs/TariffList'

const TABS = ['month', 'tariffs'] as const

/** What was delivered in a month and for how much, at /reports/month/<month>/<grouping>/<line>; and the tariffs. */
export default function ReportsPage() {
  const { t } = useTranslation('reports')
  const goOn = useGoOn()
  const { tab: named, one, two, key } = useMatch('/reports/:tab?/:one?/:two?/:key?')?.params ?? {}
  const tab = TABS.find((each) => each === named) ?? 'month'
  // Whoever makes reports asks for the month that is over.
  const month = isMonth(one) ? one : laterMonth(monthOf(Date.now()), -1)
  const by = isGrouping(two) ? two : 'holder'
  return (
    <TabbedPage
      name="reports"
      title={t('title')}
      action={
        tab === 'tariffs' && (
          <PermittedButton call="tariffs.add" to="/reports/tariffs/new" variant="contained">
            {t('tariff.new')}
          </PermittedButton>
        )
      }
      label={t('tabs.label')}
      tabs={TABS.map((each) => ({ tab: each, label: t(`tabs.${each}`) }))}
      shown={tab}
      over={tab === 'tariffs' && one === 'new' && <TariffForm onClose={() => goOn('/reports/tariffs')} />}
    >
      {tab === 'month' ? <MonthReport month={month} by={by} openKey={key ?? null} /> : <TariffList />}
    </TabbedPage>
  )
}
