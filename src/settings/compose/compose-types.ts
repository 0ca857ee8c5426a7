/**
 * What may stand where in a compose file: facts of the schema of the Compose specification (compose-spec.json, July 2026), in brief.
 * `t` is a text, of which `t(a|b)` names all, `n` a number, `b` a truth value, `0` nothing, `l[…]` a list, `m{…}` a map, `?` anything. Capitals
 * stand for what many places share. Several letters are alternatives. A key with `!` must be there, and `*` is any other key.
 */
const PROJECT = `m{
  services:m{
    *:m{
      configs,secrets:C annotations,environment,labels,sysctls:D command,entrypoint:E
      device_cgroup_rules,profiles:L dns,dns_search,tmpfs:S ulimits:U extra_hosts:X
      use_api_socket:b storage_opt:m
      cgroup_parent,container_name,cpuset,domainname,hostname,image,ipc,isolation,mac_address,network_mode,
        platform,pull_policy,pull_refresh_after,restart,runtime,stop_grace_period,stop_signal,user,
          userns_mode,uts,working_dir:t
      attach,init,oom_kill_disable,privileged,read_only,stdin_open,tty:bt
      cpu_period,cpu_quota,cpu_rt_period,cpu_rt_runtime,cpu_shares,cpus,mem_limit,mem_swappiness,
        memswap_limit,pids_limit,scale,shm_size:nt
      pid:t0 env_file:tl extends:tm cpu_count,cpu_percent,mem_reservation,oom_score_adj:tn
      post_start,pre_stop:l[H]
      cap_add,cap_drop,dns_opt,external_links,links,security_opt,volumes_from:l[t]
      expose,group_add:l[tn] label_file:tl[t] cgroup:t(host|private)
      logging:m{driver:t options:m{*:tn0}} credential_spec:m{config:t file:t registry:t}
      provider:m{type!:t options:m{*:tnbl[tnb]}} models:Lm{*:m{endpoint_var:t model_var:t}0}
      devices:l[tm{source!:t target!:t permissions:t}]
      gpus:t(all)l[m{capabilities:L count:tn device_ids:L driver:t options:D *:?}]
      ports:l[ntm{name:t mode:t host_ip:t target!:nt published:tn protocol:t app_protocol:t}]
      pre_start:l[m{
        command:E image:t user:t privileged:bt working_dir:t environment:D per_replica:bt
      }]
      healthcheck:m{
        disable:bt interval:t retries:nt test:tl[t] timeout:t start_period:t start_interval:t
      }
      depends_on:Lm{
        *:m{
          restart:bt required:b
          condition!:t(service_started|service_healthy|service_completed_successfully)
        }
      }
      develop:m{
        watch:l[m{
          ignore:S include:S path!:t action!:t(rebuild|sync|restart|sync+restart|sync+exec)
          target:t exec:H initial_sync:b
        }]
      }0
      blkio_config:m{
        device_read_bps:l[B] device_read_iops:l[B] device_write_bps:l[B] device_write_iops:l[B]
        weight:nt weight_device:l[m{path:t weight:nt}]
      }
      networks:Lm{
        *:m{
          aliases:L interface_name:t ipv4_address:t ipv6_address:t link_local_ips:L mac_address:t
          driver_opts:m{*:tn} priority:n gw_priority:n
        }0
      }
      volumes:l[tm{
        type!:t(bind|volume|tmpfs|cluster|npipe|image) source:t target!:t read_only:bt
        consistency:t
        bind:m{
          propagation:t create_host_path:bt recursive:t(enabled|disabled|writable|readonly)
          selinux:t(z|Z)
        }
        volume:m{labels:D nocopy:bt subpath:t} tmpfs:m{size:nt mode:nt} image:m{subpath:t}
      }]
      build:tm{
        context:t dockerfile:t dockerfile_inline:t entitlements:l[t] args:D ssh:D labels:D
        cache_from:l[t] cache_to:l[t] no_cache:bt no_cache_filter:S additional_contexts:D
        network:t provenance:tb sbom:tb pull:bt target:t shm_size:nt extra_hosts:X isolation:t
        privileged:bt secrets:C tags:l[t] ulimits:U platforms:l[t]
      }
      deploy:m{
        mode:t endpoint_mode:t replicas:nt labels:D
        rollback_config:m{
          parallelism:nt delay:t failure_action:t monitor:t max_failure_ratio:nt
          order:t(start-first|stop-first)
        }
        update_config:m{
          parallelism:nt delay:t failure_action:t monitor:t max_failure_ratio:nt
          order:t(start-first|stop-first)
        }
        resources:m{
          limits:m{cpus:nt memory:t pids:nt}
          reservations:m{
            cpus:nt memory:t
            generic_resources:l[m{discrete_resource_spec:m{kind:t value:nt}}]
            devices:V
          }
        }
        restart_policy:m{condition:t delay:t max_attempts:nt window:t}
        placement:m{constraints:l[t] preferences:l[m{spread:t}] max_replicas_per_node:nt}
      }0
    }
  }
  version:t name:t include:l0
  models:m{*:m{name:t model!:t context_size:n runtime_flags:l[t]}}
  networks:m{
    *:m{
      name:t driver:t driver_opts:m{*:tn}
      ipam:m{
        driver:t
        config:l[m{subnet:t ip_range:t gateway:t aux_addresses:m{*:t}}]
        options:m{*:t}
      }
      external:btm{name:t} internal:bt enable_ipv4:bt enable_ipv6:bt attachable:bt labels:D
    }0
  }
  volumes:m{*:m{name:t driver:t driver_opts:m{*:tn} external:btm{name:t} labels:D}0}
  secrets:m{
    *:m{
      name:t environment:t file:t external:btm{name:t *:?} labels:D driver:t driver_opts:m{*:tn}
      template_driver:t
    }
  }
  configs:m{
    *:m{
      name:t content:t environment:t file:t external:btm{name:t *:?} labels:D template_driver:t
    }
  }
}`;

/** What the capitals stand for. */
const DEFINITIONS: Readonly<Record<string, string>> = {
  D: 'm{*:tnb0}l[t]',
  S: 'tL',
  L: 'l[t]',
  X: 'm{*:tl[t]}l[t]',
  U: 'm{*:ntm{hard!:nt soft!:nt}}',
  C: 'l[tm{source:t target:t uid:t gid:t mode:nt}]',
  E: '0tl[t]',
  V: 'l[m{capabilities!:L count:tn device_ids:L driver:t options:D}]',
  H: 'm{command!:E user:t privileged:bt working_dir:t environment:D}',
  B: 'm{path:t rate:nt}',
};

/** What may stand at a place. */
export interface ComposeType {
  /** The letters of `PROJECT`. */
  kinds: string;
  /** Whether texts other than these are refused. */
  values?: readonly string[];
  keys?: Map<string, ComposeType>;
  needed?: readonly string[];
  items?: ComposeType;
}

/** The type of a whole compose file. */
export function composeType(): ComposeType {
  return typeIn({ text: PROJECT, at: 0 });
}

interface Reading {
  text: string;
  at: number;
}

function typeIn(from: Reading): ComposeType {
  const type: ComposeType = { kinds: '' };
  for (let [letter] = take(from, /[\w?]/y); letter; [letter] = take(from, /[\w?]/y)) {
    const text = DEFINITIONS[letter];
    if (text !== undefined) {
      const of = typeIn({ text, at: 0 });
      Object.assign(type, of, { kinds: type.kinds + of.kinds });
      continue;
    }
    type.kinds += letter;
    const values = take(from, /\(([^)]*)\)/y)[1];
    if (values !== undefined) type.values = values.split('|');
    if (take(from, /\[/y)[0]) type.items = typeIn(from);
    if (take(from, /\{/y)[0]) Object.assign(type, keysIn(from));
    take(from, /\s*\]/y);
  }
  return type;
}

function keysIn(from: Reading): Pick<ComposeType, 'keys' | 'needed'> {
  const keys = new Map<string, ComposeType>();
  const needed: string[] = [];
  for (let [, names] = take(from, KEYS); names !== undefined; [, names] = take(from, KEYS)) {
    const type = typeIn(from);
    for (const name of names.split(/,\s*/)) {
      keys.set(name.replace('!', ''), type);
      if (name.endsWith('!')) needed.push(name.slice(0, -1));
    }
  }
  take(from, /\s*\}/y);
  return { keys, needed };
}

const KEYS = /\s*([\w*!]+(?:,\s*[\w*!]+)*):/y;

/** What a pattern takes from the place where the reading is. */
function take(from: Reading, pattern: RegExp): RegExpExecArray | [] {
  pattern.lastIndex = from.at;
  const found = pattern.exec(from.text);
  if (found) from.at = pattern.lastIndex;
  return found ?? [];
}
