import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { PageTitle } from '@renderer/components'
import { values } from '@renderer/link/feeds'
import { useLatest } from '@renderer/link/useFeed'
import { OFFERED } from '@shared/words/languages'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useMatch } from 'react-router'
import { ScriptSettings } from './automation/ScriptSettings'
import { BackupSettings } from './BackupSettings'
import { DesktopSettings } from './DesktopSettings'
import { LanguageSettings } from './LanguageSettings'
import { OperatorSettings } from './operators/OperatorSettings'
import { ReportSettings } from './ReportSettings'
import { ReachSettings } from './reach/ReachSettings'
import { SecondPeople } from './SecondPeople'
import { UpdateSettings } from './updates/UpdateSettings'

/** The parts by their addresses, in their order. */
const PARTS = {
  language: LanguageSettings,
  reach: ReachSettings,
  operators: OperatorSettings,
  people: SecondPeople,
  scripts: ScriptSettings,
  reports: ReportSettings,
  backup: BackupSettings,
  updates: UpdateSettings,
  computer: DesktopSettings,
} as const

const NAMES = Object.keys(PARTS) as (keyof typeof PARTS)[]

/** What is decided once for the whole site, in parts that each have an address, /settings/<part>. */
export default function SettingsPage() {
  const { t } = useTranslation('settings')
  const isDesktop = useLatest(values.desktop).data != null
  const named = useMatch('/settings/:part')?.params.part
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const part = NAMES.find((name) => name === named)
    const wanted = part && page.current?.querySelector<HTMLElement>(`#settings-${part}`)
    if (!wanted) return
    const toTop = () => wanted.scrollIntoView({ block: 'start' })
    // After the shell, which begins every page at its top.
    const frame = requestAnimationFrame(() => {
      toTop()
      // From here on Tab goes through this part.
      wanted.focus({ preventScroll: true })
    })
    // What stands above may still be on its way and would push it down, until the person moves by themselves.
    const growing = new ResizeObserver(toTop)
    if (page.current) growing.observe(page.current)
    const moves = ['wheel', 'touchmove', 'pointerdown', 'keydown']
    const letGo = () => growing.disconnect()
    for (const move of moves) addEventListener(move, letGo, { once: true, passive: true })
    return () => {
      cancelAnimationFrame(frame)
      letGo()
      for (const move of moves) removeEventListener(move, letGo)
    }
  }, [named])
  const shown = NAMES.filter(
    (name) => (name !== 'computer' || isDesktop) && (name !== 'language' || OFFERED.length > 1),
  )
  return (
    <>
      <PageTitle title={t('title')} />
      <Box component="nav" aria-label={t('parts.label')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 6 }}>
        {shown.map((name) => (
          <Button
            key={name}
            component={Link}
            to={`/settings/${name}`}
            size="small"
            variant="outlined"
            aria-current={name === named ? 'location' : undefined}
          >
            {t(`parts.${name}`)}
          </Button>
        ))}
      </Box>
      <Box ref={page} sx={{ display: 'grid', gap: 10, pb: 8 }}>
        {shown.map((name) => {
          const Part = PARTS[name]
          return (
            <Box key={name} id={`settings-${name}`} tabIndex={-1} sx={{ outline: 'none', scrollMarginTop: 16 }}>
              <Part />
            </Box>
          )
        })}
      </Box>
    </>
  )
}
