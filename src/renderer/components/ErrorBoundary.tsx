import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ErrorBoundaryProps {
  /** Another value (the address, say) gives what is inside another chance. */
  readonly resetKey: string
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly failed: boolean
  readonly resetKey: string
}

/** Keeps a page that breaks from taking the frame with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false, resetKey: this.props.resetKey }

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failed: true }
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState) {
    return props.resetKey === state.resetKey ? null : { failed: false, resetKey: props.resetKey }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <PageStopped onRetry={() => this.setState({ failed: false })} />
  }
}

function PageStopped({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('common')
  return (
    <Box role="alert" sx={{ padding: 6 }}>
      <Typography variant="h1" sx={{ mb: 2 }}>
        {t('failure.pageTitle')}
      </Typography>
      <Typography sx={{ mb: 4 }}>{t('failure.page')}</Typography>
      <Button variant="outlined" onClick={onRetry}>
        {t('actions.retry')}
      </Button>
    </Box>
  )
}
