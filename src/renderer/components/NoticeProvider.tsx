import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Portal from '@mui/material/Portal'
import Snackbar from '@mui/material/Snackbar'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A short message about what was just done. */
export interface Notice {
  readonly text: string
  readonly severity?: 'success' | 'info' | 'warning' | 'error'
  /** Takes it back; offered as long as the notice stands. */
  readonly undo?: () => void
  /** What else can be done about it, in the place of `undo`. */
  readonly action?: { readonly text: string; readonly run: () => void }
}

/** How long a notice stands, in milliseconds; longer when it can be undone. Errors stay until they are closed. */
const STANDS_MS = 5_000
const STANDS_WITH_UNDO_MS = 10_000

const NoticeContext = createContext<((notice: Notice) => void) | null>(null)

type Outlet = HTMLElement | null
const OutletContext = createContext<((outlet: Outlet) => void) | null>(null)

/** Shows the newest notice in the lower left corner; it is spoken too. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common')
  const [current, setCurrent] = useState<(Notice & { readonly id: number }) | undefined>()
  // Which one was closed: the time of an older notice may run out in the moment in which a newer one takes its place.
  const [closedId, setClosedId] = useState(0)
  const [outlet, setOutlet] = useState<Outlet>(null)

  const show = useCallback((notice: Notice) => {
    // A newer notice takes the place of the older one: two lines of old news help nobody.
    setCurrent((before) => ({ ...notice, id: (before?.id ?? 0) + 1 }))
  }, [])
  const close = () => setClosedId(current?.id ?? 0)

  const offered =
    current?.action ?? (current?.undo === undefined ? undefined : { text: t('actions.undo'), run: current.undo })
  const stands = current?.severity === 'error' ? null : offered === undefined ? STANDS_MS : STANDS_WITH_UNDO_MS
  return (
    <NoticeContext value={show}>
      <OutletContext value={setOutlet}>{children}</OutletContext>
      <Portal container={outlet}>
        <Snackbar
          key={current?.id}
          open={current !== undefined && current.id !== closedId}
          autoHideDuration={stands}
          onClose={(_event, reason) => {
            if (reason !== 'clickaway') close()
          }}
          // Not in the middle: the decisions of the request desk lie there.
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          // Above the buttons at the foot of a drawer and of the rail, which may be wanted next.
          sx={{ '&&': { bottom: 76 } }}
        >
          <Alert
            variant="standard"
            severity={current?.severity ?? 'success'}
            role={current?.severity === 'error' ? 'alert' : 'status'}
            onClose={offered === undefined ? close : undefined}
            closeText={t('actions.close')}
            sx={{ border: '1px solid', borderColor: 'divider', alignItems: 'center' }}
            action={
              offered === undefined ? undefined : (
                <Button
                  color="inherit"
                  size="small"
                  onClick={(event) => {
                    // The button goes with the notice; the focus goes on where the person was.
                    const around = event.currentTarget.closest('[role="dialog"]') ?? document.querySelector('main')
                    if (around instanceof HTMLElement) around.focus({ preventScroll: true })
                    close()
                    offered.run()
                  }}
                >
                  {offered.text}
                </Button>
              )
            }
          >
            {current?.text}
          </Alert>
        </Snackbar>
      </Portal>
    </NoticeContext>
  )
}

/** Shows a notice: `notice({ text, undo })`. */
export function useNotice(): (notice: Notice) => void {
  const show = useContext(NoticeContext)
  if (show === null) throw new Error('useNotice needs a NoticeProvider above it')
  return show
}

/**
 * Where notices appear while an open drawer keeps the focus inside: within it, or nobody could reach their buttons.
 * Put it into the drawer as `<NoticeOutlet />`.
 */
export function NoticeOutlet() {
  return <div ref={useContext(OutletContext)} />
}
