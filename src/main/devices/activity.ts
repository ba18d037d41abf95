/** What only a running broker knows of a client. */
export interface ClientActivity {
  isConnected(clientId: string): boolean
  messagesPerMinute(clientId: string): number
}
