import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { CopyText, DetailDrawer, ErrorState, FactList, LoadingState, RelativeTime, Section } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { StoredFile } from '@shared/contract/files'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DescribeFirmware } from './DescribeFirmware'
import { HandedOutList } from './HandedOutList'
import { LogText } from './LogText'
import { RemoveFile } from './RemoveFile'
import { TransferProgress } from './TransferProgress'
import { useSaving } from './useSaving'

interface FileDrawerProps {
  readonly fileId: number
  readonly onClose: () => void
}

/** One file: what it is, what is in it, who was given it. */
export function FileDrawer({ fileId, onClose }: FileDrawerProps) {
  const { t } = useTranslation('files')
  const orpc = useOrpc()
  const found = useQuery(orpc.files.get.queryOptions({ input: { fileId } }))
  if (found.data) return <FileDetail file={found.data} onClose={onClose} />
  return (
    <DetailDrawer title={t('facts.heading')} onClose={onClose}>
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <LoadingState rows={5} />
      )}
    </DetailDrawer>
  )
}

function FileDetail({ file, onClose }: { readonly file: StoredFile; readonly onClose: () => void }) {
  const { t } = useTranslation('files')
  const format = useFormat()
  const explain = useExplain()
  const saving = useSaving(file)
  const [removing, setRemoving] = useState(false)
  const isFirmware = file.kind === 'firmware'
  return (
    <DetailDrawer
      title={file.name}
      subtitle={t(`kind.${file.kind}`)}
      onClose={onClose}
      actions={
        <>
          <Button variant="contained" loading={saving.busy} onClick={saving.start}>
            {t('save')}
          </Button>
          <Box sx={{ flex: 1 }} />
          <PermittedButton
            call="files.remove"
            variant="outlined"
            color="error"
            disabled={removing}
            onClick={() => setRemoving(true)}
          >
            {t(isFirmware ? 'remove.firmware' : 'remove.log')}
          </PermittedButton>
        </>
      }
    >
      <Box sx={{ display: 'grid', gap: 3, mb: 4, '&:empty': { display: 'none' } }}>
        {removing && <RemoveFile file={file} onKeep={() => setRemoving(false)} onGone={onClose} />}
        {saving.busy && (
          <TransferProgress
            words={t('saving', { name: file.name, done: format.size(saving.done), size: format.size(file.size) })}
            part={saving.done / file.size}
          />
        )}
        {saving.error !== null && (
          <Alert severity="error" variant="outlined">
            {explain(saving.error).sentence}
          </Alert>
        )}
      </Box>
      <Section title={t('facts.heading')}>
        <FileFacts file={file} />
      </Section>
      {isFirmware ? (
        <>
          <Section title={t('handedOut.heading')}>
            <HandedOutList handedOut={file.handedOut} />
          </Section>
          <Section title={t('form.heading')}>
            <DescribeFirmware file={file} />
          </Section>
        </>
      ) : (
        <Section title={t('text.heading')}>
          <LogText fileId={file.id} />
        </Section>
      )}
    </DetailDrawer>
  )
}

function FileFacts({ file }: { readonly file: StoredFile }) {
  const { t } = useTranslation('files')
  const format = useFormat()
  const size = t('facts.bytes', { size: format.size(file.size), bytes: format.number(file.size) })
  const digest = <CopyText text={file.sha256} what={t('facts.digest')} />
  const own =
    file.kind === 'firmware'
      ? [
          { name: t('facts.added'), value: <RelativeTime at={file.createdAt} /> },
          {
            name: t('facts.addedBy'),
            value: t(`facts.actor.${file.actor}` as 'facts.actor.console', { defaultValue: file.actor }),
          },
          { name: t('facts.signed'), value: t(file.signature === null ? 'facts.signedNo' : 'facts.signedYes') },
        ]
      : [
          { name: t('facts.station'), value: file.stationIdentity },
          { name: t('facts.received'), value: <RelativeTime at={file.createdAt} /> },
          ...(file.requestId === null ? [] : [{ name: t('facts.request'), value: String(file.requestId) }]),
        ]
  return (
    <FactList facts={[{ name: t('facts.size'), value: size }, { name: t('facts.sha256'), value: digest }, ...own]} />
  )
}
