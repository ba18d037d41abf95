import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'

interface CatalogueLinkProps {
  readonly to: string
  readonly text: string
  /** What it is called otherwise, such as in the protocol. */
  readonly aside?: string | undefined
  readonly isChosen: boolean
}

/** One line of the catalogue. */
export function CatalogueLink({ to, text, aside, isChosen }: CatalogueLinkProps) {
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <li ref={line}>
      <ButtonBase
        component={Link}
        to={to}
        aria-current={isChosen ? 'page' : undefined}
        sx={{
          width: '100%',
          justifyContent: 'flex-start',
          textAlign: 'left',
          typography: 'body1',
          minHeight: 32,
          paddingInline: 2,
          paddingBlock: 1,
          borderRadius: 1,
          overflowWrap: 'anywhere',
          '&:hover': { bgcolor: 'surface.raised' },
          ...(isChosen
            ? { bgcolor: 'surface.raised', fontWeight: 600, boxShadow: 'inset 3px 0 0 var(--ch-palette-primary-main)' }
            : {}),
        }}
      >
        <Box component="span" sx={{ minWidth: 0 }}>
          {text}
          {aside !== undefined && (
            <Typography variant="body2" component="span" sx={{ display: 'block', color: 'text.secondary' }}>
              {aside}
            </Typography>
          )}
        </Box>
      </ButtonBase>
    </li>
  )
}
