import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import InputBase from '@mui/material/InputBase'
import Typography from '@mui/material/Typography'
import useAutocomplete, { type AutocompleteGroupedOption } from '@mui/material/useAutocomplete'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type Found, type Part, useFound } from './useFound'

interface PaletteProps {
  readonly onClose: () => void
}

/** One field that leads to every place of the console and to everything in it, by keyboard alone. */
export default function Palette({ onClose }: PaletteProps) {
  const { t } = useTranslation('palette')
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="palette-title"
      // High up, so that the list grows downwards and the field stays where it is.
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{ paper: { sx: { mt: '10vh', maxHeight: '70vh', display: 'flex', flexDirection: 'column' } } }}
    >
      <h2 id="palette-title" className="visually-hidden">
        {t('title')}
      </h2>
      <Search onClose={onClose} />
    </Dialog>
  )
}

function Search({ onClose }: PaletteProps) {
  const { t } = useTranslation('palette')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const { found, isSearching } = useFound(text)
  const { getRootProps, getInputProps, getListboxProps, getOptionProps, groupedOptions } = useAutocomplete<Found>({
    id: 'palette',
    options: found,
    open: true,
    autoHighlight: true,
    inputValue: text,
    value: null,
    groupBy: ({ part }) => part,
    getOptionLabel: ({ title }) => title,
    getOptionKey: ({ to }) => to,
    // They come already chosen and in order.
    filterOptions: (options) => options,
    onInputChange: (_event, next, reason) => {
      if (reason === 'input') setText(next)
    },
    onChange: (_event, chosen) => {
      if (chosen === null) return
      onClose()
      void navigate(chosen.to)
    },
  })
  // It is grouped because of groupBy; the type can't know that.
  const groups = groupedOptions as AutocompleteGroupedOption<Found>[]
  return (
    <>
      <Box {...getRootProps()} sx={{ borderBottom: 1, borderColor: 'divider', px: 4, py: 3 }}>
        <InputBase
          fullWidth
          autoFocus
          placeholder={t('placeholder')}
          inputProps={{ ...getInputProps(), 'aria-label': t('label') }}
          onKeyDown={(event) => {
            // The field would only empty itself, or close its list.
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onClose()
          }}
        />
      </Box>
      <Box
        component="ul"
        {...getListboxProps()}
        aria-label={t('results')}
        aria-busy={isSearching}
        sx={{ listStyle: 'none', m: 0, p: 2, overflowY: 'auto' }}
      >
        {groups.map(({ key, index, group, options }) => (
          <li key={key} role="presentation">
            <Typography variant="body2" color="textSecondary" id={`palette-${group}`} sx={{ px: 3, pt: 2, pb: 1 }}>
              {t(`parts.${group as Part}`)}
            </Typography>
            <Box component="ul" role="group" aria-labelledby={`palette-${group}`} sx={{ p: 0, listStyle: 'none' }}>
              {options.map((option, at) => {
                const { key: optionKey, ...props } = getOptionProps({ option, index: index + at })
                return <Line key={optionKey} found={option} {...props} />
              })}
            </Box>
          </li>
        ))}
      </Box>
      <Typography
        role="status"
        color="textSecondary"
        sx={groups.length > 0 ? { position: 'absolute', clipPath: 'inset(50%)' } : { px: 5, pb: 5 }}
      >
        {groups.length > 0 ? t('count', { count: found.length }) : isSearching ? t('searching') : t('nothing')}
      </Typography>
    </>
  )
}

function Line({ found: { title, also }, ...props }: { readonly found: Found }) {
  return (
    <Box
      component="li"
      {...props}
      sx={{
        display: 'flex',
        alignItems: 'baseline',
        gap: 3,
        px: 3,
        py: 1.5,
        borderRadius: 1,
        cursor: 'pointer',
        '&.Mui-focused, &:hover': { bgcolor: 'surface.raised' },
        '&.Mui-focused': { boxShadow: 'inset 3px 0 0 var(--ch-palette-primary-main)' },
      }}
    >
      <Typography component="span" noWrap sx={{ fontWeight: 550, flex: '0 1 auto' }}>
        {title}
      </Typography>
      <Typography component="span" variant="body2" color="textSecondary" noWrap sx={{ flex: '1 1 0', minWidth: 0 }}>
        {also}
      </Typography>
    </Box>
  )
}
