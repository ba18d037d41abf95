import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { RollOverState, SignedCounts } from '@shared/contract/rollover'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthorityBox } from './AuthorityBox'
import { ServerBox } from './ServerBox'
import { SignedBox } from './SignedBox'
import { TrustBox } from './TrustBox'
import { CrossLine, LINE_ROOM, TrustLine } from './TrustLine'
import { type IssuingBranch, type RootBranch, trustTree } from './trustTree'

interface TrustPictureProps {
  readonly state: Pick<RollOverState, 'authorities' | 'crossings'>
  /** The address under which an authority's detail opens by its number. */
  readonly at: string
}

/**
 * The chain of trust: the roots at the left, what each has certified beside it. It is drawn out of lists that stand in
 * each other, so it reads as it looks; each box leads to its detail.
 */
export function TrustPicture({ state, at }: TrustPictureProps) {
  const { t } = useTranslation('certificates')
  const [withRetired, setWithRetired] = useState(false)
  const roots = trustTree(state, withRetired)
  const retired = state.authorities.filter((each) => each.state === 'retired').length
  const isCrossed = roots.some(({ crossedWith }) => crossedWith.length > 0)
  return (
    <Box sx={{ maxWidth: 960 }}>
      <Box aria-hidden sx={{ ...COLUMNS, pl: isCrossed ? 6 : 0, mb: 2, typography: 'body2', color: 'text.secondary' }}>
        <span>{t('chain.column.root')}</span>
        <span>{t('chain.column.issuing')}</span>
        <span>{t('chain.column.signed')}</span>
      </Box>
      <Tree label={t('chain.heading')} sx={{ pl: isCrossed ? 6 : 0 }}>
        {roots.map((branch, place) => (
          <RootTree key={branch.root.id} branch={branch} before={roots[place - 1]} after={roots[place + 1]} at={at} />
        ))}
      </Tree>
      {retired > 0 && (
        <Button size="small" sx={{ mt: 2 }} onClick={() => setWithRetired(!withRetired)} aria-expanded={withRetired}>
          {withRetired ? t('chain.hideRetired') : t('chain.showRetired', { count: retired })}
        </Button>
      )}
    </Box>
  )
}

/** Three columns, with room for lines between them. */
const COLUMNS = { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', columnGap: `${LINE_ROOM}px` }

interface TreeProps {
  readonly label?: string
  readonly sx?: object
  readonly children: ReactNode
}

function Tree({ label, sx, children }: TreeProps) {
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, minWidth: 0, ...sx }}>
      {children}
    </Box>
  )
}

interface RootTreeProps {
  readonly branch: RootBranch
  readonly before: RootBranch | undefined
  readonly after: RootBranch | undefined
  readonly at: string
}

function RootTree({ branch, before, after, at }: RootTreeProps) {
  const { t } = useTranslation('certificates')
  const { root, crossedWith, branches } = branch
  const isCrossed = (other: RootBranch | undefined) => crossedWith.some(({ id }) => id === other?.root.id)
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        display: 'grid',
        // The root takes one of the three columns of COLUMNS.
        gridTemplateColumns: `calc((100% - ${2 * LINE_ROOM}px) / 3) minmax(0, 1fr)`,
        color: 'text.secondary',
        pb: after ? 3 : 0,
      }}
    >
      {(isCrossed(before) || isCrossed(after)) && <CrossLine goesUp={isCrossed(before)} goesDown={isCrossed(after)} />}
      <Box sx={{ minWidth: 0 }}>
        <AuthorityBox authority={root} signedBy={null} crossedWith={crossedWith} to={`${at}/${root.id}`} />
      </Box>
      {branches.length > 0 && (
        <Tree label={t('chain.under')}>
          {branches.map((each, place) => (
            <IssuingTree
              key={each.issuing.id}
              branch={each}
              root={root}
              isFirst={place === 0}
              isLast={place === branches.length - 1}
              at={at}
            />
          ))}
        </Tree>
      )}
    </Box>
  )
}

interface IssuingTreeProps {
  readonly branch: IssuingBranch
  readonly root: RootBranch['root']
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly at: string
}

function IssuingTree({ branch: { issuing, signsServer }, root, isFirst, isLast, at }: IssuingTreeProps) {
  const { t } = useTranslation('certificates')
  const isBroken = issuing.state === 'next' || issuing.state === 'retired'
  const signed = [
    ...(signsServer ? [{ key: 'server', box: <ServerBox /> }] : []),
    ...(['stations', 'devices'] as const)
      .filter((whose) => countAll(issuing.signed[whose]) > 0)
      .map((whose) => ({
        key: whose,
        box: <SignedBox whose={whose} counts={issuing.signed[whose]} isBroken={isBroken} />,
      })),
  ]
  const shown =
    signed.length > 0 ? signed : [{ key: 'none', box: <TrustBox title={t('chain.signedNothing')} isBroken /> }]
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        display: 'grid',
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
        pl: `${LINE_ROOM}px`,
        pb: isLast ? 0 : 3,
      }}
    >
      <TrustLine isFirst={isFirst} isLast={isLast} isBroken={isBroken} />
      {/* A half of the room is in each of the two columns. */}
      <Box sx={{ minWidth: 0, mr: `${LINE_ROOM / 2}px` }}>
        <AuthorityBox authority={issuing} signedBy={root} crossedWith={[]} to={`${at}/${issuing.id}`} />
      </Box>
      <Tree label={t('chain.under')} sx={{ ml: `-${LINE_ROOM / 2}px` }}>
        {shown.map(({ key, box }, place) => (
          <Box
            component="li"
            key={key}
            sx={{ position: 'relative', pl: `${LINE_ROOM}px`, pb: place === shown.length - 1 ? 0 : 2 }}
          >
            <TrustLine
              isFirst={place === 0}
              isLast={place === shown.length - 1}
              isBroken={isBroken || key === 'none'}
            />
            {box}
          </Box>
        ))}
      </Tree>
    </Box>
  )
}

function countAll(counts: SignedCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
