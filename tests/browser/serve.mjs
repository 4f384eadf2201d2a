// A file server for one folder under a path, as a site has it that is not at the root.
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' }

/** Serves `folder` under `base`; gives the address of `base`, and how to end. */
export async function serve(folder, base) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const inside = pathname.startsWith(base) && path.join(folder, decodeURIComponent(pathname.slice(base.length)))
    const file = inside && inside.endsWith('/') ? path.join(inside, 'index.html') : inside
    if (!file || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' })
    fs.createReadStream(file).pipe(response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${server.address().port}${base}`, close: () => server.close() }
}
