import { localPrefix } from '../../../shared/clients/client.ts';
import type { LocalRule } from '../../../shared/clients/local-rule.ts';
import { createMatcher } from '../../../shared/clients/pattern.ts';
import { fold } from '../../../shared/history/fold.ts';
import type { Session, SessionClient } from '../../../shared/session.ts';

/** Clients that the history knows, so that a rule may name one by its number and follow a new name. */
export interface KnownClients {
  byFolder(folderId: string): SessionClient | null;
  byNumber(number: string): SessionClient | null;
}

/** Which client a session that names none is given by local rules. */
export interface Assigning {
  /** Null where no rule fits. `rule` is its place among the rules. */
  decide(session: Session): { readonly rule: number; readonly client: SessionClient } | null;
  /** The session, with the client it is given where it names none. */
  assign(session: Session): Session;
}

type Compared = Pick<Session, 'name' | 'computer'>;

export function createAssigning(rules: readonly LocalRule[], known: KnownClients): Assigning {
  const steps = rules.map((rule) => ({ rule, matcher: createMatcher(rule.pattern) }));

  function decide(session: Session): ReturnType<Assigning['decide']> {
    for (const [place, { rule, matcher }] of steps.entries()) {
      for (const text of textsOf(rule, session)) {
        const captured = matcher.match(text);
        const client = captured === null ? null : clientOf(rule, captured, known);
        if (client) return { rule: place, client };
      }
    }
    return null;
  }

  return {
    decide,
    assign(session) {
      if (session.client !== null || steps.length === 0) return session;
      const client = decide(session)?.client;
      return client ? { ...session, client } : session;
    },
  };
}

function textsOf({ field }: LocalRule, { name, computer }: Compared): readonly string[] {
  if (field === 'session') return [name];
  return computer ? [computer.displayName, ...(computer.hostName ? [computer.hostName] : [])] : [];
}

function clientOf(
  { client }: LocalRule,
  captured: string,
  known: KnownClients,
): SessionClient | null {
  if (client === null) return local(known.byNumber(captured));
  const { key, name, number } = client;
  if (key === null) {
    return { folderId: `${localPrefix}${fold(name).trim()}`, name, number, isLocal: true };
  }
  return local(known.byFolder(key) ?? { folderId: key, name, number });
}

function local(client: SessionClient | null): SessionClient | null {
  return client && { ...client, isLocal: true };
}
