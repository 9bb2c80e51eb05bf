// The interface described by itself: OpenAPI 3.1 at /api/openapi.json and a page to read and try it at /api/docs.
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** The page's own default would ask for https everywhere, and an office network may have none; nor may it ask other hosts. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'self'",
].join('; ');

export async function describeInterface(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '科创台接口', description: '区域科技管理工作系统的全部接口。所有提示为中文；金额以十进制文本传递。', version },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'kechuang_session' } } },
    },
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, index) => (typeof schema.$id === 'string' ? schema.$id : `Schema${index}`),
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    transformStaticCSP: () => PAGE_POLICY,
    uiConfig: { deepLinking: true, docExpansion: 'none', validatorUrl: null } as never,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(app.swagger()),
  );
}
