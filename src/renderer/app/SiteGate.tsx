import { Suspense } from 'react'
import { lazyPart } from '../components/lazyPart'
import { values } from '../link/feeds'
import { useLatest } from '../link/useFeed'
import { SiteContext } from './SiteContext'
import { Shell } from './shell/Shell'
import { Connecting, Waiting } from './Waiting'

const SetupPage = lazyPart(() => import('../features/setup/SetupPage'))

/** The same element each time, so that news of the site draw what shows them and not the whole console. */
const CONSOLE = <Shell />

/** Decides what there is to see: the wait for the server, the first run, or the console. */
export function SiteGate() {
  const site = useLatest(values.site)
  if (site.data === undefined) return <Waiting live={site} />
  return (
    <SiteContext value={site.data}>
      {site.data.phase === 'setup' ? (
        <Suspense fallback={<Connecting />}>
          <SetupPage />
        </Suspense>
      ) : (
        CONSOLE
      )}
    </SiteContext>
  )
}
