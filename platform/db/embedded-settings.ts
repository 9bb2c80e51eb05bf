// Settings of the embedded PostgreSQL: sized for an office server of a few gigabytes, safe by default.
import os from 'node:os';

const megabytes = (share: number, floor: number, ceiling: number): string =>
  `${Math.max(floor, Math.min(ceiling, Math.floor((os.totalmem() / 1048576) * share)))}MB`;

/** `fast` gives up durability for tests: a crash may lose the whole cluster. */
export function embeddedSettings(socketDir: string, fast: boolean): Record<string, string> {
  const durable: Record<string, string> = {
    shared_buffers: megabytes(0.1, 64, 256),
    synchronous_commit: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    wal_compression: 'on',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    // Keeps the choice of archiving and streaming replicas open without a restart of thought.
    wal_level: 'replica',
  };
  const throwAway: Record<string, string> = {
    shared_buffers: '128MB',
    synchronous_commit: 'off',
    fsync: 'off',
    full_page_writes: 'off',
    max_wal_size: '4GB',
    checkpoint_timeout: '60min',
    wal_level: 'minimal',
    max_wal_senders: '0',
    autovacuum_naptime: '5min',
  };
  return {
    ...(fast ? throwAway : durable),
    unix_socket_directories: socketDir,
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: '100',
    effective_cache_size: megabytes(0.4, 256, 8192),
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    // Compiling a query costs more than our short queries themselves.
    jit: 'off',
    max_parallel_workers_per_gather: '2',
    // Containers give /dev/shm 64 MB: parallel queries would fail there.
    ...(process.platform === 'linux' ? { dynamic_shared_memory_type: 'sysv' } : {}),
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] ',
    lc_messages: 'C',
  };
}
