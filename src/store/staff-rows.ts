/** Rows of the staff: who may sign in, and who is. */

/**
 * A staff account. All but `secret_*` is a projection of the stream `staff:<id>`; a secret is in no
 * event.
 */
export interface StaffRow {
  /** What the person signs in with; never given to anybody else. */
  id: string;
  name: string;
  role: string;
  /** The employee whose licences and capacity are this person's; null: none. */
  employee_id: string | null;
  state: 'open' | 'locked';
  /** Hash of a password, or of a one-time code; null: neither opens the account. */
  secret_hash: string | null;
  secret_kind: 'password' | 'code' | null;
  /** Null: never. */
  secret_expires: number | null;
  must_change: number;
  /** Wrong secrets in a row. */
  failures: number;
  failed_at: number | null;
  locked_until: number | null;
  /** JSON of issuer and subject this account was first signed in with by OIDC. */
  oidc_identity: string | null;
  added_at: number;
  signed_in_at: number | null;
  /** Null: not on a break. */
  break_since: number | null;
}

/** One sign-in that still holds. The token itself is kept nowhere: `id` is its SHA-256. */
export interface StaffSessionRow {
  id: string;
  staff_id: string;
  /** What a browser must say beside its cookie to change anything. */
  csrf: string;
  via: 'password' | 'code' | 'oidc';
  began_at: number;
  seen_at: number;
  /** The end however busy it is. */
  ends_at: number;
}

/** A sign-in under way at the identity provider; `id` is the SHA-256 of the browser's cookie. */
export interface OidcAttemptRow {
  id: string;
  state: string;
  nonce: string;
  verifier: string;
  back_to: string;
  began_at: number;
}
