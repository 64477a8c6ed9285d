/* Makes one call of a process fail: the N-th of its kind on a file below the folder in FAULT_DIR.

   Loaded by LD_PRELOAD and armed from inside the process by `fault_arm`. A call is counted where its path, or the path
   of its descriptor, lies below that folder; all others pass untouched. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITE, PWRITE, PREAD, FSYNC, FTRUNCATE, OPEN, MKDIR, RENAME, UNLINK, LINK, KINDS };
enum { SHORT = -1, KILL = -2 };

static long counts[KINDS];
static int armed = -1;  /* which kind of call, -1 for none */
static long at;         /* which of them, from 1 */
static int how;         /* an errno, SHORT or KILL */
static int lasting;     /* and all that follow */

void fault_arm(int kind, long number, int outcome, int for_ever) {
    memset(counts, 0, sizeof counts);
    armed = kind, at = number, how = outcome, lasting = for_ever;
}

long fault_count(int kind) { return counts[kind]; }

static int below(const char *path) {
    static const char *folder;
    if (!folder) folder = getenv("FAULT_DIR");
    return folder && path && !strncmp(path, folder, strlen(folder));
}

static int is_ours(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path);
}

/* 0: go on; 1: fail with errno set; 2: do half of it */
static int struck(int kind) {
    long number = __sync_add_and_fetch(&counts[kind], 1);
    if (kind != armed || (lasting ? number < at : number != at)) return 0;
    if (how == KILL) raise(SIGKILL);
    if (how == SHORT) return 2;
    errno = how;
    return 1;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define SIZED(name, kind, parameters, arguments, half)             \
    ssize_t name parameters {                                              \
        REAL(name);                                                        \
        switch (is_ours(fd) ? struck(kind) : 0) {                          \
            case 1: return -1;                                             \
            case 2: return size > 1 ? real half : real arguments;          \
            default: return real arguments;                                \
        }                                                                  \
    }

SIZED(write, WRITE, (int fd, const void *data, size_t size), (fd, data, size), (fd, data, size / 2))
SIZED(pwrite, PWRITE, (int fd, const void *data, size_t size, off_t place), (fd, data, size, place),
      (fd, data, size / 2, place))
SIZED(pwrite64, PWRITE, (int fd, const void *data, size_t size, off64_t place), (fd, data, size, place),
      (fd, data, size / 2, place))
SIZED(pread, PREAD, (int fd, void *data, size_t size, off_t place), (fd, data, size, place),
      (fd, data, size / 2, place))
SIZED(pread64, PREAD, (int fd, void *data, size_t size, off64_t place), (fd, data, size, place),
      (fd, data, size / 2, place))

#define PLAIN(name, kind, test, parameters, arguments)  \
    int name parameters {                               \
        REAL(name);                                     \
        if ((test) && struck(kind)) return -1;          \
        return real arguments;                          \
    }

PLAIN(fsync, FSYNC, is_ours(fd), (int fd), (fd))
PLAIN(fdatasync, FSYNC, is_ours(fd), (int fd), (fd))
PLAIN(ftruncate, FTRUNCATE, is_ours(fd), (int fd, off_t size), (fd, size))
PLAIN(ftruncate64, FTRUNCATE, is_ours(fd), (int fd, off64_t size), (fd, size))
PLAIN(mkdir, MKDIR, below(path), (const char *path, mode_t mode), (path, mode))
PLAIN(rename, RENAME, below(to), (const char *from, const char *to), (from, to))
PLAIN(renameat, RENAME, below(to), (int a, const char *from, int b, const char *to), (a, from, b, to))
PLAIN(unlink, UNLINK, below(path), (const char *path), (path))
PLAIN(unlinkat, UNLINK, below(path), (int a, const char *path, int flags), (a, path, flags))
PLAIN(link, LINK, below(to), (const char *from, const char *to), (from, to))
PLAIN(linkat, LINK, below(to), (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))

#define OPENING(name, parameters, arguments)                              \
    int name parameters {                                                 \
        REAL(name);                                                       \
        mode_t mode = 0;                                                  \
        if (flags & (O_CREAT | O_TMPFILE)) {                              \
            va_list rest;                                                 \
            va_start(rest, flags);                                        \
            mode = va_arg(rest, mode_t);                                  \
            va_end(rest);                                                 \
        }                                                                 \
        if (below(path) && struck(OPEN)) return -1;                       \
        return real arguments;                                            \
    }

OPENING(open, (const char *path, int flags, ...), (path, flags, mode))
OPENING(open64, (const char *path, int flags, ...), (path, flags, mode))
OPENING(openat, (int a, const char *path, int flags, ...), (a, path, flags, mode))
OPENING(openat64, (int a, const char *path, int flags, ...), (a, path, flags, mode))
