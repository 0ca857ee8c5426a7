# docker build -t tailchat-smtp .
# docker run --rm --env-file docker-compose.env tailchat-smtp verify
FROM node:22.23.3-alpine AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm pack --ignore-scripts --pack-destination /tmp

FROM node:22.23.3-alpine
ENV NODE_ENV=production
COPY --from=build /tmp/tailchat-cli-smtp-*.tgz /tmp/
RUN npm install --global --omit=dev --no-audit --no-fund /tmp/tailchat-cli-smtp-*.tgz \
  && rm -rf /tmp/*.tgz /root/.npm
USER node
WORKDIR /home/node
ENTRYPOINT ["tailchat", "smtp"]
CMD ["verify"]
