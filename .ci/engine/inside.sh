#!/usr/bin/env bash
# Inside the namespaces of engine.sh: starts the engine, makes the images, runs the tests.
set -euo pipefail
folder=$1
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# What the engines write outside of their folders belongs to this run.
mount -t tmpfs tmpfs /run
ip link set lo up
# Debian's client comes with the engine: another one in the path may be of another age.
mkdir "$folder/bin"
for program in docker docker-compose podman; do ln -s "/usr/bin/$program" "$folder/bin/$program"; done
export PATH="$folder/bin:$PATH:/usr/sbin"
export DOCKER_HOST="unix://$folder/docker.sock"
export DOCKER_CONFIG="$folder/docker-config"
mkdir "$DOCKER_CONFIG"
echo '{}' > "$DOCKER_CONFIG/config.json"
export CONTAINERS_STORAGE_CONF="$folder/storage.conf"
export CONTAINERS_CONF="$folder/containers.conf"

# Overlays where the file system takes them, else whole copies of each image, which take minutes.
mkdir -p "$folder"/probe/{lower,upper,work,merged}
driver=vfs podman_driver=vfs
if mount -t overlay overlay "$folder/probe/merged" \
  -o "lowerdir=$folder/probe/lower,upperdir=$folder/probe/upper,workdir=$folder/probe/work" 2> /dev/null; then
  umount "$folder/probe/merged"
  driver=overlay2 podman_driver=overlay
fi

limits=(--default-ulimit nofile=1024:1024 --default-ulimit nproc=4096:4096)
/usr/sbin/dockerd --data-root "$folder/docker" --exec-root "$folder/exec" --pidfile "$folder/docker.pid" \
  --host "$DOCKER_HOST" --storage-driver "$driver" "${limits[@]}" \
  --exec-opt native.cgroupdriver=cgroupfs > "$folder/dockerd.log" 2>&1 &
for _ in $(seq 150); do
  docker version > /dev/null 2>&1 && break
  sleep 0.2
done
docker version > /dev/null

cat > "$folder/storage.conf" <<CONF
[storage]
driver = "$podman_driver"
runroot = "$folder/podman/run"
graphroot = "$folder/podman/graph"
CONF
cat > "$folder/containers.conf" <<CONF
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "runc"
[network]
network_backend = "netavark"
CONF

bash "$here/images.sh" "$folder"
export ENGINE_FOLDER="$folder"
cd "$here/../.."
code=0
npx --no-install vitest run --config vitest.engine.config.ts "$@" || code=$?
# They would be killed all the same; like this their mounts are gone first.
docker ps --all --quiet | xargs --no-run-if-empty docker rm --force > /dev/null || true
podman rm --all --force > /dev/null 2>&1 || true
kill "$(cat "$folder/docker.pid")" && wait || true
exit "$code"
