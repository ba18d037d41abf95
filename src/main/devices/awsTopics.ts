import { fillSentence } from '@shared/errors'
import { deviceAnswers as words } from '@shared/words/en/deviceAnswers'
import { z } from 'zod'
import type { ReceivedMessage } from './broker/broker'
import type { DeviceSite } from './deviceSite'
import { CSR_MAX } from './limits'

/** AWS IoT fleet provisioning by claim: what a client with a claim certificate publishes. */
const CREATE = '$aws/certificates/create-from-csr/json'
const PROVISION = /^\$aws\/provisioning-templates\/([^/]+)\/provision\/json$/

const CreateRequest = z.object({ certificateSigningRequest: z.string().min(1).max(CSR_MAX) })
const ProvisionRequest = z.object({
  certificateOwnershipToken: z.string().max(200),
  parameters: z.record(z.string().max(100), z.string().max(100)).default({}),
})

/** How AWS answers a refusal. */
interface Rejected {
  readonly statusCode: number
  readonly errorCode: string
  readonly errorMessage: string
}

/**
 * Answers fleet provisioning over MQTT. The token of the claim certificate's own client decides, as over HTTPS; the
 * client's policy has to allow these topics, to write, and `…/accepted` and `…/rejected` to read.
 */
export function answerAwsTopics(
  site: Pick<DeviceSite, 'provisioning' | 'enrolment' | 'tokenOfClient' | 'tokens' | 'limits'>,
  onFailure: (error: unknown) => void,
): (message: ReceivedMessage) => void {
  const rejected = (statusCode: number, errorCode: string, errorMessage: string): Rejected => ({
    statusCode,
    errorCode,
    errorMessage,
  })
  const rejectedAs = (kind: keyof typeof words, data: Readonly<Record<string, string>> = {}) =>
    rejected(403, kind, fillSentence(words[kind], data))

  const create = async (clientId: string, body: unknown): Promise<object | Rejected> => {
    const token = site.tokenOfClient(clientId)
    if (!token || !site.tokens.isGood(token)) return rejectedAs('ended-token')
    const { certificateSigningRequest: csr } = CreateRequest.parse(body)
    // The certificate shown is the claim's: it proves the token, and not the device that is to be.
    const made = await site.provisioning.create(token, csr, null, { remoteAddress: '', byCertificate: false })
    if (made.kind === 'made') return made.answer
    if (made.kind === 'waits')
      return rejected(202, 'waiting', fillSentence(words.waits, { retryAfterS: site.limits.retryAfterS }))
    return rejected(made.kind === 'too-many-devices' ? 503 : 403, made.kind, made.sentence)
  }

  const provision = async (clientId: string, template: string, body: unknown): Promise<object | Rejected> => {
    const token = site.tokenOfClient(clientId)
    if (!token || !site.tokens.isGood(token)) return rejectedAs('ended-token')
    const { certificateOwnershipToken: claim, parameters } = ProvisionRequest.parse(body)
    const wanted = parameters.ThingName ?? parameters.SerialNumber ?? null
    const outcome = await site.enrolment.provision(token, claim, template, wanted)
    if (outcome.kind === 'provisioned') return { deviceConfiguration: {}, thingName: outcome.clientId }
    return rejectedAs(outcome.kind, { name: outcome.name })
  }

  let underWay = 0
  return ({ topic, payload, clientId, reply }) => {
    const template = PROVISION.exec(topic)?.[1]
    if (topic !== CREATE && template === undefined) return
    const answer = async () => {
      // Keys are checked on the way: who publishes fast must not keep the computer busy with nothing else.
      if (underWay >= site.limits.callsAtOnce) return rejected(503, 'busy', words.busy)
      underWay += 1
      try {
        return await answerNow()
      } finally {
        underWay -= 1
      }
    }
    const answerNow = async () => {
      const body: unknown = JSON.parse(payload.toString('utf8'))
      return template === undefined ? create(clientId, body) : provision(clientId, template, body)
    }
    answer()
      .catch((error): Rejected => {
        if (error instanceof SyntaxError || error instanceof z.ZodError) {
          return rejected(400, 'InvalidPayload', fillSentence(words['bad-call'], { problem: error.name }))
        }
        onFailure(error)
        return rejected(500, 'InternalError', words.failed)
      })
      .then((told) => reply(`${topic}/${'errorCode' in told ? 'rejected' : 'accepted'}`, JSON.stringify(told)))
      .catch(onFailure)
  }
}
