import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Portal from '@mui/material/Portal'
import Snackbar from '@mui/material/Snackbar'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RAIL_WIDTH, sizes } from '../app/theme/tokens'
import { isLost } from '../link/linkState'
import { useLinkState } from '../link/useLinkState'

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

/** What the strip keeps at its right end for search, readers and menus, in pixels: as wide as in the longest language. */
const KEPT_OF_STRIP = 470
const WIDEST = 640
/** What stays free beside a notice in a drawer that fills the window: the button that closes it. */
const KEPT_OF_DRAWER = 72

const RAIL = `var(${RAIL_WIDTH}, 0px)`

/**
 * Over the strip, where the name and the address of the site stand, and beside the rail: nobody is about to press
 * anything there, whatever page is open, nor at the title under it, which a long sentence reaches. In a drawer the
 * notice keeps to what the drawer leaves free, as far as that is enough for a sentence.
 */
const place = (inDrawer: boolean, lost: boolean) => ({
  // What the strip says of a lost link must not be covered.
  top: lost ? sizes.strip + 4 : 4,
  left: inDrawer ? 8 : `calc(${RAIL} + 8px)`,
  right: 'auto',
  maxWidth: inDrawer
    ? `min(${WIDEST}px, 100vw - ${sizes.drawerWide + 16}px)`
    : `min(${WIDEST}px, max(100vw - ${KEPT_OF_STRIP}px - ${RAIL}, 320px))`,
  [`@media (max-width: ${sizes.drawerWide + 320}px)`]: inDrawer
    ? { maxWidth: `min(${WIDEST}px, 100vw - ${KEPT_OF_DRAWER}px)` }
    : {},
})

/** Shows the newest notice at the left end of the strip; it is spoken too. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common')
  const [current, setCurrent] = useState<(Notice & { readonly id: number }) | undefined>()
  // Which one was closed: the time of an older notice may run out in the moment in which a newer one takes its place.
  const [closedId, setClosedId] = useState(0)
  const [outlet, setOutlet] = useState<Outlet>(null)
  const lost = isLost(useLinkState())

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
          anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
          sx={{ '&&': place(outlet !== null, lost) }}
        >
          <Alert
            variant="standard"
            severity={current?.severity ?? 'success'}
            role={current?.severity === 'error' ? 'alert' : 'status'}
            onClose={offered === undefined ? close : undefined}
            closeText={t('actions.close')}
            // Two lines of text are no higher than the strip.
            sx={{
              border: '1px solid',
              borderColor: 'divider',
              alignItems: 'center',
              paddingBlock: 0.5,
              '& .MuiAlert-message, & .MuiAlert-icon, & .MuiAlert-action': { paddingBlock: 1 },
            }}
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
