import BookmarkIcon from '@mui/icons-material/Bookmark'
import BookmarkBorderIcon from '@mui/icons-material/BookmarkBorder'
import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import EditIcon from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useKept } from '@renderer/app/remembered'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotice } from '../NoticeProvider'
import { type FilterValues, readFilter, writeFilter } from './listFilter'
import { NameForm } from './NameForm'
import { readSavedFilters, renamedFilter, type SavedFilter, withFilter, withoutFilter } from './savedFilters'
import { ToolPopover } from './ToolPopover'
import type { ListFilter } from './useListFilter'

interface SavedFiltersProps<Values extends FilterValues<Values>> {
  /** Of the list; filters of different lists are kept apart. */
  readonly name: string
  readonly filter: ListFilter<Values>
}

/** The filters of a list that have a name: to be picked, named anew and forgotten, and the present one to be kept. */
export function SavedFilters<Values extends FilterValues<Values>>({ name, filter }: SavedFiltersProps<Values>) {
  const { t } = useTranslation('lists')
  const [saved, keep] = useKept(`chargehand.list.${name}.filters`, readSavedFilters)
  const present = writeFilter(filter.spec, filter.values)
  const picked = saved.find(({ search }) => search === present)
  return (
    <ToolPopover
      icon={picked === undefined ? <BookmarkBorderIcon /> : <BookmarkIcon />}
      title={t('filters.title')}
      state={picked?.name}
      isOn={picked !== undefined}
    >
      {(close) => (
        <>
          {saved.length === 0 && <Typography color="textSecondary">{t('filters.none')}</Typography>}
          {saved.length > 0 && (
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: '40vh', overflowY: 'auto' }}>
              {saved.map((each) => (
                <SavedFilterItem
                  key={each.name}
                  saved={each}
                  all={saved}
                  isPicked={each === picked}
                  onPick={() => {
                    filter.set(readFilter(filter.spec, each.search))
                    close()
                  }}
                  onChange={keep}
                />
              ))}
            </Box>
          )}
          {filter.isNarrowed && picked === undefined ? (
            <NameForm
              label={t('filters.name')}
              action={t('filters.save')}
              onName={(chosen) => keep((now) => withFilter(now, chosen, present))}
              problem={(chosen) => (saved.some((each) => each.name === chosen) ? t('filters.replaces') : undefined)}
            />
          ) : (
            saved.length === 0 || (
              <Typography variant="body2" color="textSecondary">
                {t(picked === undefined ? 'filters.howToSave' : 'filters.howToChange')}
              </Typography>
            )
          )}
        </>
      )}
    </ToolPopover>
  )
}

interface SavedFilterItemProps {
  readonly saved: SavedFilter
  readonly all: readonly SavedFilter[]
  readonly isPicked: boolean
  readonly onPick: () => void
  readonly onChange: (change: (now: readonly SavedFilter[]) => readonly SavedFilter[]) => void
}

function SavedFilterItem({ saved: { name, search }, all, isPicked, onPick, onChange }: SavedFilterItemProps) {
  const { t } = useTranslation('lists')
  const notice = useNotice()
  const [renaming, setRenaming] = useState(false)
  if (renaming) {
    return (
      <Box component="li" sx={{ py: 2 }}>
        <NameForm
          label={t('filters.newName')}
          action={t('filters.rename')}
          initial={name}
          onName={(chosen) => {
            onChange((now) => renamedFilter(now, name, chosen))
            setRenaming(false)
          }}
          refusal={(chosen) =>
            chosen !== name && all.some((each) => each.name === chosen) ? t('filters.taken') : undefined
          }
          onCancel={() => setRenaming(false)}
        />
      </Box>
    )
  }
  const forget = () => {
    onChange((now) => withoutFilter(now, name))
    notice({ text: t('filters.forgotten', { name }), undo: () => onChange((now) => withFilter(now, name, search)) })
  }
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center' }}>
      <Button
        onClick={onPick}
        aria-pressed={isPicked}
        sx={{
          flex: 1,
          minWidth: 0,
          justifyContent: 'start',
          textAlign: 'start',
          whiteSpace: 'normal',
          overflowWrap: 'anywhere',
        }}
      >
        {name}
      </Button>
      <IconButton size="small" aria-label={t('filters.renameOne', { name })} onClick={() => setRenaming(true)}>
        <EditIcon fontSize="small" />
      </IconButton>
      <IconButton size="small" aria-label={t('filters.forgetOne', { name })} onClick={forget}>
        <DeleteIcon fontSize="small" />
      </IconButton>
    </Box>
  )
}
