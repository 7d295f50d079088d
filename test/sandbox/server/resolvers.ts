import { createHmac, randomUUID } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import { findCard, findPerson } from '../data/company.ts';
import { ownDomain } from '../data/people.ts';
import { bewitchCard } from '../faults/hostile-cards.ts';
import { SelectionError } from '../query/filter.ts';
import { sampleTokens } from './auth.ts';
import { failure, type Failure } from './failure.ts';
import { readPage, selectionOf, sessionsPage, type HistoryArguments } from './history.ts';
import { addressOf, userOf } from './people.ts';
import type { Visit, World } from './world.ts';

type Resolver<A> = (root: unknown, args: A, visit: Visit, info: GraphQLResolveInfo) => unknown;

interface ExportArguments extends HistoryArguments {
  readonly options: { readonly exportWithComments: boolean; readonly outputFileFormat: string };
}

/** Exports older than the last so many can no longer be downloaded. */
const keptExports = 100;

/** One resolver per query, under the query's name. */
export function buildResolvers(world: World) {
  const { company, faults, auth } = world;

  const told = (card: Record<string, unknown>): Record<string, unknown> => {
    const spell = faults.current.hostileCards;
    return spell === null ? card : bewitchCard(card, spell, world.origin());
  };

  const AcQuerySessionsHistory: Resolver<HistoryArguments> = async (_root, args, visit, info) => {
    if (args.company !== company.customerUuid) return foreign();
    return sessionsPage(world, args, readPage(args.pagination, faults.current), (indexes) =>
      visit.shown.set(String(info.path.key), indexes),
    );
  };

  const AcExportSessionsHistory: Resolver<ExportArguments> = async (_root, args) => {
    if (args.company !== company.customerUuid) return foreign();
    const selection = selectionOf(args);
    // A filter that cannot be read is refused now, not when the file is fetched.
    await world.select(selection);
    const id = randomUUID();
    const { exportWithComments: withComments, outputFileFormat: format } = args.options;
    world.exports.set(id, { selection, format, withComments });
    for (const old of world.exports.keys()) {
      if (world.exports.size > keptExports) world.exports.delete(old);
    }
    const exportDocumentDownloadLink = `${world.origin()}/exports/${id}.${format}`;
    return { __typename: 'ExportSummary', exportDocumentDownloadLink };
  };

  const CaRetrievePublicCompanyData: Resolver<{ id: string }> = (_root, { id }) => {
    const card = findCard(company, id);
    if (card === null) return failure('Ca_CompanyNotFound', 'Diese Firma gibt es nicht.', null);
    const { customerUuid, companyId, companyName, email, phone, vatId, isPictureFallback } = card;
    return told({
      __typename: 'Imprint',
      customerUuid,
      companyId,
      companyName,
      email,
      phone,
      vatId,
      isPictureFallback,
      address: addressOf(card),
      picture: `${world.origin()}/pictures/${customerUuid}.png`,
    });
  };

  const SiFindUserByMail: Resolver<{ email: string }> = (_root, { email }) => {
    if (email.toLowerCase() === `team@${ownDomain}`) {
      return failure('TeamAccountNotAllowed', 'Team-Konten werden nicht herausgegeben.', null);
    }
    const person = findPerson(company, email);
    if (person === null) return failure('UserNotFound', 'Diese Adresse ist unbekannt.', null);
    return told(userOf(person, world));
  };

  const SiRetrieveSignedJwt: Resolver<{
    integratorApiToken: string;
    userApiToken: string;
  }> = async (_root, { integratorApiToken, userApiToken }) => {
    if (faults.current.tokensRevoked) {
      return failure('ApiTokenRevoked', 'Der Zugang wurde widerrufen.', 'user token revoked');
    }
    const right =
      integratorApiToken === sampleTokens.integratorToken &&
      userApiToken === sampleTokens.userToken;
    if (!right) return failure('ApiTokenInvalid', 'Diese Zugangsdaten sind ungültig.', null);
    const token = await auth.issue();
    return { __typename: 'SignedJwtWasRetrieved', customerUuid: company.customerUuid, token };
  };

  const SiRetrieveSignedTokenPayload: Resolver<{ id: string }> = (_root, { id }) => {
    const person = company.team.find(({ userId }) => userId === id);
    if (person === undefined) return failure('UserNotFound', null, null);
    const payload = JSON.stringify({ sub: id, customerUuid: company.customerUuid });
    const base64 = Buffer.from(payload).toString('base64');
    const signature = createHmac('sha256', 'sandbox').update(base64).digest('base64url');
    return { __typename: 'SignedTokenPayload', base64, payload, signature };
  };

  return {
    AcExportSessionsHistory: guarded(AcExportSessionsHistory),
    AcQuerySessionsHistory: guarded(AcQuerySessionsHistory),
    CaRetrievePublicCompanyData: guarded(CaRetrievePublicCompanyData),
    SiFindUserByMail: guarded(SiFindUserByMail),
    SiRetrieveSignedJwt: open(SiRetrieveSignedJwt),
    SiRetrieveSignedTokenPayload: guarded(SiRetrieveSignedTokenPayload),
  };
}

function foreign(): Failure {
  return failure('CompanyMismatch', 'Diese Firma gehört nicht zu Ihrem Zugang.', null);
}

/** Answers with what befell the request before anything else. */
function open<A>(resolver: Resolver<A>): Resolver<A> {
  return (root, args, visit, info) => visit.failure ?? resolver(root, args, visit, info);
}

/** Wants a JWT as well; every error becomes a `Failure`, as the reference promises. */
function guarded<A>(resolver: Resolver<A>): Resolver<A> {
  return open(async (root, args, visit, info) => {
    if (visit.rejection !== null) return visit.rejection;
    try {
      return await resolver(root, args, visit, info);
    } catch (error) {
      if (!(error instanceof SelectionError)) throw error;
      return failure(error.errorId, 'Die Suche ist nicht verständlich.', error.message);
    }
  });
}
