import type { FaultKind } from '../faults/faults.ts';
import type { Answer, Engine } from './engine.ts';
import { failure, failureOf } from './failure.ts';
import { askedIn, type Asked } from './operations.ts';
import { damaged, replacement, spoilt, unauthorised } from './strike.ts';
import type { Visit, World } from './world.ts';

/** An answer, and whether the connection breaks halfway through it. */
export interface Outcome extends Answer {
  readonly cut: boolean;
}

/** Answers one GraphQL request, with whatever befalls it. */
export async function answerGraphql(
  world: World,
  engine: Engine,
  body: string,
  headers: Readonly<Record<string, string>>,
  count: (operations: readonly string[]) => void,
): Promise<Outcome> {
  const asked = askedIn(body);
  count(asked.operations);
  const { faults, clock } = world;
  const fault = faults.strike(asked.operations);
  const instead = fault && replacement(fault.kind, faults.current, clock());
  if (instead) return { ...instead, cut: false };
  const told = fault && failureOf(fault, faults.current, clock());
  // The schema's own queries have no Failure to answer with: HTTP has to do.
  if (told && asked.operations.includes('introspection')) {
    const kind: FaultKind = fault.kind === 'failure' ? 'http-500' : 'http-429';
    return { ...requireReplacement(kind, world), cut: false };
  }
  const refusal = told ? null : await refuse(world, asked, headers['authorization']);
  if (refusal && 'status' in refusal) return { ...refusal, cut: false };
  const visit: Visit = { failure: told, rejection: refusal, shown: new Map() };
  const answer = await engine(body, headers, visit);
  const { malformedSessions } = faults.current;
  const readable = damaged(answer, visit.shown, malformedSessions);
  return {
    ...readable,
    body: spoilt(readable.body, fault?.kind),
    cut: fault?.kind === 'cut',
  };
}

async function refuse(
  { auth, faults }: World,
  asked: Asked,
  header: string | undefined,
): Promise<Answer | ReturnType<typeof failure> | null> {
  if (!asked.needsJwt) return null;
  const reason = await auth.check(header);
  if (reason === null) return null;
  const form = faults.current.jwtRejection;
  if (form !== 'failure') return unauthorised(form, reason);
  return failure(reason, 'Bitte melden Sie sich erneut an.', `${reason}: renew the JWT`);
}

function requireReplacement(kind: FaultKind, { faults, clock }: World): Answer {
  const answer = replacement(kind, faults.current, clock());
  if (answer === null) throw new Error(`${kind} has no answer of its own`);
  return answer;
}
