import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH, SECURITY_PROFILES } from '../ocpp/securityProfile'
import { CONTROL } from '../printable'
import { mayFailWith } from './errors'
import { Id, Time } from './feed'
import { StationRef } from './stations'

export const Profile = z.literal(SECURITY_PROFILES)

/** How a station has to prove who it is, and how it did. */
export const StationSecurity = z.object({
  profile: Profile,
  /** When its password was set; null when it has none. */
  passwordAt: Time.nullable(),
  /** When a new one was made that the station has not used yet; the old one counts until then. */
  nextPasswordAt: Time.nullable(),
  /** Whether it has a certificate of this site that it took and that has not ended. */
  hasCertificate: z.boolean(),
  /** The profile that it is on its way to, and under which it is let in as well; null when it is on no way. */
  coming: Profile.nullable(),
  /** How it is connected now; null when it is not. */
  now: z
    .object({
      transport: z.enum(['ws', 'wss']),
      provedBy: z.enum(['nothing', 'password', 'certificate']),
      since: Time,
      remoteAddress: z.string(),
    })
    .nullable(),
})
export type StationSecurity = z.infer<typeof StationSecurity>

const Password = z
  .string()
  .min(PASSWORD_MIN_LENGTH)
  .max(PASSWORD_MAX_LENGTH)
  .refine((text) => !CONTROL.test(text))

export const security = {
  /** Asked again when `revisions.security` grows: it does when the station connects or goes, too. */
  get: oc
    .route({ method: 'GET', path: '/stations/{stationId}/security' })
    .input(StationRef)
    .output(StationSecurity)
    .errors(mayFailWith('UNKNOWN_STATION')),

  /** Every admitted station's. Asked again when `revisions.security` grows. */
  list: oc.route({ method: 'GET', path: '/security' }).output(z.array(StationSecurity.extend({ stationId: Id }))),

  /** From then on the station is let in under this profile only; a connection of another kind is ended. */
  setProfile: oc
    .route({ method: 'PUT', path: '/stations/{stationId}/security/profile' })
    .input(StationRef.extend({ profile: Profile }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('saved'), disconnected: z.boolean() }),
        /** It could not come back that way; nothing was changed. */
        z.object({
          kind: z.enum(['needs-tls', 'needs-plain', 'needs-password', 'needs-certificate', 'needs-serial-number']),
        }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_STATION', 'STORE_WRITE_FAILED')),

  /** Sets a password, a new one unless one is given. The answer is the only time that it can be seen. */
  setPassword: oc
    .route({ method: 'POST', path: '/stations/{stationId}/security/password' })
    .input(StationRef.extend({ password: Password.optional(), keepOld: z.boolean().default(false) }))
    .output(z.object({ kind: z.literal('set'), password: z.string() }))
    .errors(mayFailWith('UNKNOWN_STATION', 'STORE_WRITE_FAILED')),

  /** Gives the connected station a new password by a command; the old one counts until it has taken the new one. */
  rotatePassword: oc
    .route({ method: 'POST', path: '/stations/{stationId}/security/password/rotate' })
    .input(StationRef)
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('sent'), commandId: Id }),
        z.object({ kind: z.enum(['offline', 'no-password', 'not-possible', 'too-many-open']) }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_STATION', 'STORE_WRITE_FAILED')),
}
