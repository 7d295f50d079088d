/** The one state the reference names, and how the one that "does not need handling" may be called. */
const closed =
  /^invoiced$|not_?(?:required|needed|necessary|relevant|billable)|no_?(?:invoice|handling|billing)|without_?invoice/i;

/**
 * Whether sessions in an invoice state are still to be invoiced. The set is open: a state nobody has heard of
 * counts as not yet decided, so that nothing is forgotten.
 */
export function isOpenInvoice(state: string): boolean {
  return !closed.test(state);
}
