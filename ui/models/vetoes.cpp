// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/vetoes.h"

#include "core/types/outcome.h"

using namespace Qt::StringLiterals;

namespace cbpm {

Vetoes::Vetoes(QObject *parent) : QObject{parent}, m_table{std::make_shared<DetectorTable>()}
{
    connect(&m_file, &FollowedFile::changed, this, &Vetoes::reload);
}

void Vetoes::useFile(const QString &path)
{
    m_path = path;
    m_ownPath = path;
    reload();
}

void Vetoes::borrow(VetoList list)
{
    m_path.clear();
    m_list = std::move(list);
    emit changed();
}

void Vetoes::giveBack()
{
    m_path = m_ownPath;
    m_list.clear();
    reload();
}

void Vetoes::setTable(DetectorTablePtr table)
{
    m_table = std::move(table);
    emit changed();
}

void Vetoes::reload()
{
    if (m_path.isEmpty())
        return emit changed();
    const auto list = readVetoes(m_path);
    m_problem = list ? QString{} : list.error().sentence();
    m_list = list ? *list : VetoList{};
    m_file.watch(m_path);
    emit changed();
}

const Veto *Vetoes::find(int row) const
{
    if (row < 0 || row >= m_table->size() || m_list.empty())
        return nullptr;
    const auto found = m_list.find(m_table->at(row).location);
    return found == m_list.end() ? nullptr : &found->second;
}

Result<void> Vetoes::add(int row, const Veto &veto)
{
    if (veto.reason.trimmed().isEmpty())
        return Error{Error::Kind::Usage, u"a veto needs a reason"_s, u"say why the detector is not to be trusted"_s};
    return change(row, &veto);
}

Result<void> Vetoes::lift(int row)
{
    return change(row, nullptr);
}

Result<void> Vetoes::change(int row, const Veto *veto)
{
    if (row < 0 || row >= m_table->size())
        return {};
    const std::string &location = m_table->at(row).location;
    if (m_path.isEmpty()) {
        if (veto)
            m_list[location] = *veto;
        else
            m_list.erase(location);
        emit changed();
        return {};
    }
    const auto kept = makeThrough(m_gate, vetoDecision(location, veto), [&]() -> Result<void> {
        const auto changed = changeVeto(m_path, location, veto);
        return outcomeOf(changed);
    });
    if (kept)
        reload();
    return kept;
}

} // namespace cbpm
