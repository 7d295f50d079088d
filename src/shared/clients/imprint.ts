import * as v from 'valibot';
import { problemSchema } from '../problem.ts';
import { vatCheckSchema } from './vat-id.ts';

/** What a field of an address means, as far as its name and type tell. */
export const addressParts = ['street', 'postalCode', 'city', 'region', 'country', 'other'] as const;

/** One field of an address. The server does not document them: `name` is what discovery found. */
export const addressFieldSchema = v.object({
  name: v.string(),
  part: v.picklist(addressParts),
  value: v.string(),
});
export type AddressField = v.InferOutput<typeof addressFieldSchema>;

/** What a company says of itself, as single lines without control characters. */
export const imprintSchema = v.object({
  companyName: v.string(),
  companyId: v.nullable(v.string()),
  customerUuid: v.string(),
  /** Null where the server does not tell which fields an address has. */
  address: v.nullable(v.array(addressFieldSchema)),
  email: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  vatId: v.nullable(v.string()),
});
export type Imprint = v.InferOutput<typeof imprintSchema>;

/** A telephone number that can be dialled. */
export const dialledSchema = v.object({
  /** `+494131123456` */
  e164: v.string(),
  /** As people read it: `+49 4131 123456`. */
  international: v.string(),
});

/** Addresses for `app.openLink`; null where there is nothing to open. */
export const linksSchema = v.object({
  mail: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  map: v.nullable(v.string()),
  /** Where a VAT id can be checked with the authorities; set where its format is plausible. */
  vies: v.nullable(v.string()),
});
export type Links = v.InferOutput<typeof linksSchema>;

/** What can be done with a card, and what stands in for its picture. */
export const presentationSchema = v.object({
  /** One to three letters. */
  initials: v.string(),
  /** A `data:` URL of a PNG, JPEG, GIF or WebP; null where the initials stand in. */
  picture: v.nullable(v.string()),
  /** Null where the number cannot be dialled: it is shown as it came. */
  dialled: v.nullable(dialledSchema),
  links: linksSchema,
  /** vCard 3.0, without the picture, so that it fits into a QR code. */
  vcard: v.string(),
});
export type Presentation = v.InferOutput<typeof presentationSchema>;

export const imprintCardSchema = v.object({
  ...imprintSchema.entries,
  ...presentationSchema.entries,
  /** Null where there is no VAT id. */
  vat: v.nullable(vatCheckSchema),
});
export type ImprintCard = v.InferOutput<typeof imprintCardSchema>;

/**
 * How an imprint was found: by the id a technician entered, by the company of people who took part, by the
 * client's number, or because it is the technician's own company.
 */
export const foundBySchema = v.picklist(['entered', 'company', 'number', 'own']);
export type FoundBy = v.InferOutput<typeof foundBySchema>;

/** Company ids and uuids are opaque; the bound only keeps nonsense out. */
export const companyIdSchema = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(),
  v.maxLength(200),
  v.regex(/^[\x21-\x7e]+$/),
);

/** What is known of one client's imprint, or of the own company's (`client` null). */
export const imprintStateSchema = v.object({
  client: v.nullable(v.string()),
  /**
   * - `unknown`: the server has not answered yet; see `problem` and `refreshing`.
   * - `found`: `card` is set.
   * - `none`: the server has no imprint under any id that is known.
   * - `no-id`: the history knows no id to ask by; one can be entered.
   */
  status: v.picklist(['unknown', 'found', 'none', 'no-id']),
  card: v.nullable(imprintCardSchema),
  foundBy: v.nullable(foundBySchema),
  /** The imprint was found by the history alone and bears quite another name than the client. */
  nameDiffers: v.boolean(),
  enteredId: v.nullable(v.string()),
  /** When the server last confirmed this, UTC ms; null before it did. */
  asOf: v.nullable(v.number()),
  /** The server is being asked; `clients.changed` tells when it has answered. */
  refreshing: v.boolean(),
  /** Why the last attempt failed; what was known before stays. */
  problem: v.nullable(problemSchema),
});
export type ImprintState = v.InferOutput<typeof imprintStateSchema>;
