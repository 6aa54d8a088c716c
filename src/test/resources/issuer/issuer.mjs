// A real OpenID provider for the tests: node issuer.mjs <directory of oidc-provider>
// It prints its address as soon as it listens, and ends with its standard input.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { default: Provider } = await import(pathToFileURL(join(process.argv[2], 'lib', 'index.js')));

const audience = 'https://gongkai.example.gov.cn';
const callers = {
  'organ-system': { gongkai_role: 'organ', gongkai_organ: 'ORGAN-OF-THE-ISSUER' },
  'office-system': { gongkai_role: ['office'], gongkai_region: '371002' },
  dashboard: { gongkai_role: 'reader' },
  stranger: {},
};

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: Object.keys(callers).map((client) => ({
      client_id: client,
      client_secret: `secret-of-${client}`,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (context, resource) => ({
          scope: '',
          audience: resource,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
        }),
      },
    },
    extraTokenClaims: (context, token) => callers[token.clientId],
  });
  server.on('request', provider.callback());
  console.log(issuer);
});

process.stdin.resume().on('end', () => process.exit(0));
