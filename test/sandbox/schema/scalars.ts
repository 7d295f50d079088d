/** The scalar types of the reference. */
export const scalars = `
scalar AssetUuid
"""Unique User ID, issued from, the auth0 system."""
scalar Auth0Uuid
"""an id, that the supporter has assigned to his client."""
scalar CompanyClientReferenceSign
scalar CompanyId
scalar CompanyIdOrCustomerUuid
scalar Cursor
scalar CustomerId
"""pcvisit wide unique id of an customer. With it, we can find them on each internal system."""
scalar CustomerUuid
scalar Description
"""Domain name on a network/computer system."""
scalar Domain
scalar DurationMs
"""Email."""
scalar Email
scalar EmailOrSpecialAccessGroups
scalar FilePath
scalar GroupName
"""Address of an endpoint"""
scalar IP
"""a URL, refering an image."""
scalar ImageURL
"""Integrator API Token, can be used to allow an integrator to consume this API."""
scalar IntegratorApiToken
"""JSON Web Token, can be used to consume this API."""
scalar JWT
scalar Mac
"""FirstName + LastName"""
scalar Name
scalar NoteId
scalar Password
scalar PhoneNumber
scalar Port
scalar ResourcePath
scalar Salt
scalar SerialNumber
scalar SessionName
"""pcvisit wide unique id of a session. With it, we can found them on each internal system."""
scalar SessionUuid
scalar SubnetId
scalar TaskUuid
"""Time as Unixtime in ms (see https://de.wikipedia.org/wiki/Unixzeit, number of milliseconds since 1. Januar 1970 00:00:00 UTC)"""
scalar UnixTimeMs
"""a URL."""
scalar Url
"""User API Token, can be used to allow an integrator to consume this API on behalf of an user."""
scalar UserApiToken
scalar UserIdentity
scalar VATID
scalar Version
`;
