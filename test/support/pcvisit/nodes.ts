/** A node of the history as the server sends it, with whatever a test puts into it. */
export interface RawNode {
  readonly cursor: unknown;
  readonly value: { readonly [field: string]: unknown };
}

const start = 1_763_900_000_000;

export function rawNode(number: number): RawNode {
  const createdAt = start + number * 1_000;
  return {
    cursor: `cursor-${number}`,
    value: {
      id: `session-${number}`,
      name: `Fernwartung ${number}`,
      type: 'AdHocSessionForSupporter',
      state: 'Finished',
      invoiceState: 'Invoiced',
      duration: 600_000,
      customDuration: null,
      commentsLink: `https://web.example/comments/${number}`,
      sessionCreatedAt: createdAt,
      sessionFinishedAt: createdAt + 600_000,
      lastUpdatedAt: createdAt + 600_000,
      sessionCompanyUuid: 'company-1',
      clientCompany: {
        clientId: '00417',
        companyFolderDisplayName: 'Müller GmbH',
        companyFolderId: 'folder-1',
      },
      target: {
        computerId: 'computer-1',
        computerDisplayName: 'Empfang',
        computerHostName: 'PC-01',
        computerUserDisplayName: null,
        termsAndConditionsNameUsedForAccepting: null,
        termsAndConditionsRequestState: 'Accepted',
      },
      participants: [{ name: 'Katrin Lübbers', email: 'katrin@x.de' }],
    },
  };
}

/** The answer's `data` to a question for the history. */
export function edge(nodes: readonly unknown[], more: object = {}) {
  return {
    AcQuerySessionsHistory: {
      __typename: 'SessionProtocolEdge',
      batchLoadingIsStillActive: false,
      reportingActiveSince: start,
      totalCount: nodes.length,
      nodes,
      ...more,
    },
  };
}
