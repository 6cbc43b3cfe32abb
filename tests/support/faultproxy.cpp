// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/sockios.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cbpm::test {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t roomPerSide = 256 * 1024;

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int connectTo(int port)
{
    const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        fcntl(server, F_SETFL, O_NONBLOCK);
        return server;
    }
    ::close(server);
    return -1;
}

/// The kernel then forgets every packet for this socket before it looks at it: no data, no acknowledgement, no answer
/// to a keepalive.
bool makeDeaf(int socket)
{
    sock_filter nothing = {BPF_RET | BPF_K, 0, 0, 0};
    const sock_fprog program = {1, &nothing};
    return setsockopt(socket, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program) == 0;
}

/// A place that counts from `passed` on.
std::optional<std::int64_t> from(std::optional<std::int64_t> place, std::int64_t passed)
{
    return place ? std::optional{*place + passed} : std::nullopt;
}

} // namespace

struct FaultProxy::Link
{
    int client = -1;
    int server = -1; ///< -1: none, a request to cancel that is swallowed
    std::string toClient;
    std::string toServer;
    std::int64_t passed = 0; ///< bytes given to the client
    bool hasBegun = false;
    bool clientDone = false;
    bool serverDone = false;
    bool isStalled = false;
    bool isDeaf = false;
    Fault fault;
    Clock::time_point since = Clock::now();
    Clock::time_point notBefore = Clock::now();

    ~Link()
    {
        for (const int socket : {client, server}) {
            if (socket >= 0)
                ::close(socket);
        }
    }

    bool isAt(const std::optional<std::int64_t> &place) const { return place && passed >= *place; }

    /// Bytes that may be passed before something happens.
    std::size_t allowance() const
    {
        std::int64_t most = std::numeric_limits<std::int64_t>::max();
        for (const auto &place : {fault.stallAt, fault.deadAt, fault.cutAt, fault.resetAt}) {
            if (place)
                most = std::min(most, *place - passed);
        }
        if (fault.bytesPerSecond > 0) {
            const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - since);
            most = std::min<std::int64_t>(most, fault.bytesPerSecond * elapsed.count() / 1000 - passed);
        }
        return static_cast<std::size_t>(std::max<std::int64_t>(most, 0));
    }

    /// Something is to be done although no socket says so.
    bool isDue() const
    {
        return fault.bytesPerSecond > 0 || fault.delay.count() > 0 || isAt(fault.stallAt) || isAt(fault.deadAt)
               || isAt(fault.cutAt) || isAt(fault.resetAt);
    }
};

FaultProxy::FaultProxy(int serverPort) : m_serverPort{serverPort}
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_listener, 64) != 0
        || getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0
        || pipe2(m_wake, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("the fault proxy has no port");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread{[this] { run(); }};
}

FaultProxy::~FaultProxy()
{
    m_stop = true;
    wake();
    m_thread.join();
    for (const int file : {m_listener, m_wake[0], m_wake[1]})
        ::close(file);
}

void FaultProxy::set(const Fault &fault)
{
    const std::lock_guard lock{m_mutex};
    m_fault = fault;
}

void FaultProxy::strike(const Fault &fault)
{
    {
        const std::lock_guard lock{m_mutex};
        int left = fault.connections;
        for (const auto &link : m_links) {
            if (!link->hasBegun || link->server < 0 || left-- <= 0)
                continue;
            const std::int64_t passed = link->passed;
            link->fault = fault;
            link->fault.stallAt = from(fault.stallAt, passed);
            link->fault.deadAt = from(fault.deadAt, passed);
            link->fault.cutAt = from(fault.cutAt, passed);
            link->fault.resetAt = from(fault.resetAt, passed);
            link->fault.flipAt = from(fault.flipAt, passed);
            if (fault.bytesPerSecond > 0)
                link->since = Clock::now() - std::chrono::milliseconds{passed * 1000 / fault.bytesPerSecond};
        }
    }
    wake();
}

void FaultProxy::letGo()
{
    const std::lock_guard lock{m_mutex};
    m_links.remove_if([](const auto &link) { return link->isStalled || link->isDeaf; });
}

bool FaultProxy::setReachable(bool reachable)
{
    const int unused = 0;
    return reachable ? setsockopt(m_listener, SOL_SOCKET, SO_DETACH_FILTER, &unused, sizeof unused) == 0
                     : makeDeaf(m_listener);
}

void FaultProxy::wake()
{
    const char byte = 0;
    std::ignore = write(m_wake[1], &byte, 1);
}

void FaultProxy::run()
{
    while (!m_stop) {
        std::vector<pollfd> waits{{m_wake[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
        bool isDue = false;
        {
            const std::lock_guard lock{m_mutex};
            for (const auto &link : m_links) {
                if (link->isStalled || link->isDeaf)
                    continue;
                isDue = isDue || link->isDue();
                const bool mayGive = !link->toClient.empty() && !link->isDue();
                const bool takesClient = !link->clientDone && link->toServer.size() < roomPerSide;
                const bool takesServer = !link->serverDone && link->toClient.size() < roomPerSide;
                waits.push_back(
                    {link->client, static_cast<short>((takesClient ? POLLIN : 0) | (mayGive ? POLLOUT : 0)), 0});
                if (link->server >= 0)
                    waits.push_back(
                        {link->server,
                         static_cast<short>((takesServer ? POLLIN : 0) | (link->toServer.empty() ? 0 : POLLOUT)), 0});
            }
        }
        poll(waits.data(), waits.size(), isDue ? 2 : -1);
        std::array<char, 64> bytes{};
        while (read(m_wake[0], bytes.data(), bytes.size()) > 0)
            ;
        acceptOne();
        const std::lock_guard lock{m_mutex};
        m_links.remove_if([this](const auto &link) { return !step(*link); });
    }
    const std::lock_guard lock{m_mutex};
    m_links.clear();
}

void FaultProxy::acceptOne()
{
    const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (client < 0)
        return;
    const int yes = 1;
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    auto link = std::make_unique<Link>();
    link->client = client;
    const std::lock_guard lock{m_mutex};
    m_links.push_back(std::move(link));
}

/// False: the link is over.
bool FaultProxy::step(Link &link)
{
    if (link.isStalled || link.isDeaf)
        return true;
    if (!takeFromClient(link))
        return false;
    if (!link.hasBegun)
        return true;
    if (link.isAt(link.fault.stallAt)) {
        link.isStalled = true;
        ++m_struck;
        return true;
    }
    if (link.isAt(link.fault.deadAt)) {
        // What the client has not acknowledged yet would be sent again, and would look like life.
        int unsent = 0;
        if (ioctl(link.client, SIOCOUTQ, &unsent) == 0 && unsent == 0 && makeDeaf(link.client)) {
            link.isDeaf = true;
            ++m_struck;
        }
        return true;
    }
    if (link.isAt(link.fault.resetAt)) {
        const linger atOnce{1, 0};
        setsockopt(link.client, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        ++m_struck;
        return false;
    }
    if (link.isAt(link.fault.cutAt)) {
        ++m_struck;
        return false;
    }
    return takeFromServer(link) && giveToServer(link) && giveToClient(link)
           && !(link.serverDone && link.toClient.empty()) && !(link.clientDone && link.toServer.empty());
}

/// The first bytes tell who is there.
void FaultProxy::begin(Link &link)
{
    constexpr std::array<unsigned char, 8> cancelRequest{0, 0, 0, 16, 0x04, 0xD2, 0x16, 0x2E};
    link.hasBegun = true;
    const bool isCancel = link.toServer.size() >= cancelRequest.size()
                          && std::equal(cancelRequest.begin(), cancelRequest.end(), link.toServer.begin(),
                                        [](unsigned char a, char b) { return a == static_cast<unsigned char>(b); });
    if (isCancel) {
        ++m_cancels;
        if (m_swallows) {
            link.isStalled = true;
            return;
        }
    } else {
        ++m_connections;
        if (m_fault.connections > 0) {
            --m_fault.connections;
            link.fault = m_fault;
        }
    }
    link.server = connectTo(m_serverPort);
    link.since = Clock::now();
}

bool FaultProxy::takeFromClient(Link &link)
{
    std::array<char, 65536> bytes;
    if (link.toServer.size() < roomPerSide) {
        const ssize_t count = read(link.client, bytes.data(), bytes.size());
        if (count < 0 && errno != EAGAIN)
            return false;
        link.clientDone = link.clientDone || count == 0;
        if (count > 0)
            link.toServer.append(bytes.data(), static_cast<std::size_t>(count));
    }
    if (!link.hasBegun && !link.toServer.empty())
        begin(link);
    if (!link.hasBegun)
        return !link.clientDone;
    return link.server >= 0 || link.isStalled;
}

bool FaultProxy::takeFromServer(Link &link)
{
    if (link.serverDone || link.toClient.size() >= roomPerSide)
        return true;
    std::array<char, 65536> bytes;
    const ssize_t count = read(link.server, bytes.data(), bytes.size());
    if (count < 0)
        return errno == EAGAIN;
    link.serverDone = count == 0;
    if (count > 0 && link.toClient.empty() && link.fault.delay.count() > 0)
        link.notBefore = Clock::now() + link.fault.delay;
    link.toClient.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

bool FaultProxy::giveToServer(Link &link)
{
    if (link.toServer.empty())
        return true;
    const ssize_t count = send(link.server, link.toServer.data(), link.toServer.size(), MSG_NOSIGNAL);
    if (count < 0)
        return errno == EAGAIN;
    link.toServer.erase(0, static_cast<std::size_t>(count));
    return true;
}

bool FaultProxy::giveToClient(Link &link)
{
    const std::size_t most = std::min(link.toClient.size(), link.allowance());
    if (most == 0 || Clock::now() < link.notBefore)
        return true;
    std::string piece = link.toClient.substr(0, most);
    const std::int64_t flipped = link.fault.flipAt.value_or(-1) - link.passed;
    if (flipped >= 0 && flipped < static_cast<std::int64_t>(most))
        piece[static_cast<std::size_t>(flipped)] ^= static_cast<char>(link.fault.flipMask);
    const ssize_t count = send(link.client, piece.data(), piece.size(), MSG_NOSIGNAL);
    if (count < 0)
        return errno == EAGAIN;
    if (flipped >= 0 && flipped < count)
        ++m_struck;
    link.toClient.erase(0, static_cast<std::size_t>(count));
    link.passed += count;
    m_bytes += count;
    return true;
}

} // namespace cbpm::test
