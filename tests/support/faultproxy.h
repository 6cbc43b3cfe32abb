// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace cbpm::test {

/// What happens to a connection. Places are counts of bytes that the server has sent on it.
struct Fault
{
    std::chrono::milliseconds delay{0};  ///< before each piece is passed on to the client
    std::int64_t bytesPerSecond = 0;     ///< to the client; 0: as they come
    std::optional<std::int64_t> stallAt; ///< from there on nothing is passed, either way; TCP stays alive
    std::optional<std::int64_t> deadAt;  ///< from there on the kernel drops whatever the client sends, as a cut cable
    std::optional<std::int64_t> cutAt;   ///< closed there, in good order
    std::optional<std::int64_t> resetAt; ///< closed there with a reset
    std::optional<std::int64_t> flipAt;  ///< this byte is changed
    std::uint8_t flipMask = 0xFF;        ///< bits of it that turn
    int connections = 1'000'000;         ///< how many it happens to, then no more
};

/// A server's second door on 127.0.0.1 that breaks connections as it is told. One thread of its own; plain sockets.
class FaultProxy
{
public:
    explicit FaultProxy(int serverPort);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    int port() const { return m_port; }

    /// For connections that begin from now on; those that stand keep theirs.
    void set(const Fault &fault);
    /// For connections that stand, with places counted from now.
    void strike(const Fault &fault);
    /// Connections that stall or are dead since they were struck are closed: who had them has left.
    void letGo();
    /// Requests to cancel are taken, and nothing becomes of them.
    void swallowCancels(bool swallow) { m_swallows = swallow; }
    /// False: whoever wants to connect hears nothing at all. False comes back where the kernel cannot do that.
    bool setReachable(bool reachable);

    std::int64_t connections() const { return m_connections; } ///< so far, without requests to cancel
    std::int64_t cancels() const { return m_cancels; }
    std::int64_t struck() const { return m_struck; } ///< faults that came to pass, without delays
    std::int64_t bytes() const { return m_bytes; }   ///< passed on to clients

private:
    struct Link;

    void run();
    void acceptOne();
    bool step(Link &link);
    bool takeFromClient(Link &link);
    bool takeFromServer(Link &link);
    bool giveToServer(Link &link);
    bool giveToClient(Link &link);
    void begin(Link &link);
    void wake();

    int m_listener = -1;
    int m_wake[2] = {-1, -1};
    int m_port = 0;
    const int m_serverPort;
    std::atomic_bool m_stop = false;
    std::atomic_bool m_swallows = false;
    std::atomic<std::int64_t> m_connections = 0;
    std::atomic<std::int64_t> m_cancels = 0;
    std::atomic<std::int64_t> m_struck = 0;
    std::atomic<std::int64_t> m_bytes = 0;
    std::mutex m_mutex; ///< of the two below
    Fault m_fault;
    std::list<std::unique_ptr<Link>> m_links;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace cbpm::test
